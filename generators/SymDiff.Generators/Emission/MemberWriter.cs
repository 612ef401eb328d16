using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Symbolics.Expressions;
using SymDiff.Symbolics.Scheduling;

namespace SymDiff.Generators.Emission;

/// <summary>Writes a generated method: documentation, attributes, declaration, body.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="signature">The method that it is derived from.</param>
internal sealed class MemberWriter(CodeWriter output, MethodSignature signature)
{
    private static readonly string Version = typeof(MemberWriter).Assembly.GetName().Version.ToString(fieldCount: 3);

    /// <param name="member">What to write.</param>
    /// <param name="parameters">The symbols of the function's parameters.</param>
    public void Write(GeneratedMember member, ImmutableArray<Symbol> parameters)
    {
        WriteDocumentation(member.Documentation);
        output.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"SymDiff\", \"{Version}\")]");
        foreach (string attribute in signature.Attributes)
        {
            output.Line($"[{attribute}]");
        }

        WriteDeclaration(member);
        output.Open();
        bool wraps = IntegerOverflow.IsPossible(member.Program);
        if (wraps)
        {
            output.Open("unchecked");
        }

        WriteBody(member, parameters);
        if (wraps)
        {
            output.Close();
        }

        output.Close();
    }

    private void WriteBody(GeneratedMember member, ImmutableArray<Symbol> parameters)
    {
        NameAllocator names = NameAllocator.For(
            member.Program,
            [.. parameters.Select(parameter => (parameter, Identifiers.Escape(parameter.Name)))],
            [.. signature.TakenNames, .. signature.Parameters.Select(parameter => parameter.Name), signature.Name, member.Name]);
        Dictionary<Symbol, string> elements = BindTensors(member.Program, parameters, names);
        var expressions = new CSharpExpressionWriter(symbol => elements.TryGetValue(symbol, out string? name) ? name : names[symbol], symbol => names[symbol]);
        var statements = new StatementWriter(output, names, expressions, OriginalCall.Write(signature));
        if (statements.Write(member.Program.Body))
        {
            var values = new Queue<Expression>(member.Program.Results.Select(result => result.Value));
            statements.Line("return ", member.Shape.Write(values, value => expressions.Pieces(value)), ";");
        }
    }

    /// <summary>The elements of the tensors that are read, each in a row.</summary>
    private Dictionary<Symbol, string> BindTensors(Program program, ImmutableArray<Symbol> parameters, NameAllocator names)
    {
        var elements = new Dictionary<Symbol, string>();
        HashSet<Symbol> read = ProgramWalk.ArraysRead(program);
        foreach (Symbol parameter in parameters.Where(read.Contains))
        {
            if (signature.Parameters.Any(declared => declared.Name == parameter.Name && declared.Kind == ParameterKind.Tensor))
            {
                string name = names.Fresh(parameter.Name + "Elements");
                elements.Add(parameter, name);
                output.Line($"global::System.ReadOnlySpan<{parameter.Scalar.Keyword()}> {name} = {RuntimeNames.Elements}({names[parameter]});");
            }
        }

        return elements;
    }

    // On one line if it fits, else with a line for each parameter.
    private void WriteDeclaration(GeneratedMember member)
    {
        IEnumerable<string> modifiers =
        [
            signature.Accessibility,
            signature.NeedsNew ? "new" : string.Empty,
            signature.IsStatic ? "static" : string.Empty,
            signature.IsReadOnly ? "readonly" : string.Empty,
            member.Shape.Type,
            Identifiers.Escape(member.Name),
        ];
        string start = string.Join(" ", modifiers.Where(modifier => modifier.Length > 0)) + "(";
        string[] parameters = [.. signature.Parameters.Select(Parameter)];
        string line = $"{start}{string.Join(", ", parameters)})";
        output.Line(output.Column + line.Length <= LineBreaker.Width ? line : $"{start}\n    {string.Join(",\n    ", parameters)})");
    }

    private string Parameter(ParameterModel parameter, int position)
    {
        string receiver = signature.IsExtension && position == 0 ? "this " : string.Empty;
        string optional = parameter.DefaultValue is { } value ? $" = {value}" : string.Empty;
        return $"{receiver}{parameter.Modifiers}{parameter.Type} {Identifiers.Escape(parameter.Name)}{optional}";
    }

    private void WriteDocumentation(Documentation documentation)
    {
        output.Line("/// <summary>");
        foreach (string line in documentation.Summary)
        {
            output.Line("/// " + line);
        }

        output.Line("/// </summary>");
        output.Line($"/// <inheritdoc cref=\"{Documentation.Escape(signature.DocumentationId)}\" path=\"/param\"/>");
        output.Line($"/// <returns>{documentation.Returns}</returns>");
    }
}

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
    /// <param name="member">What to write.</param>
    /// <param name="parameters">The symbols of the function's parameters.</param>
    /// <param name="state">The symbols of what it reads besides.</param>
    public void Write(GeneratedMember member, ImmutableArray<Symbol> parameters, ImmutableArray<Symbol> state)
    {
        WriteDocumentation(member);
        output.Line(GeneratedMark.Text);
        if (member is CalculatingMember { Program: var program } && Vectorisation.HasLanes(program))
        {
            // Optimised from the first call on: as it stands, vector code takes a hundred times as long. And by what it says rather than by the first thirty
            // calls: if those are short, the compiler takes whole registers for an exception and leaves calls in their loop.
            output.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        }

        foreach (string attribute in signature.Attributes)
        {
            output.Line($"[{attribute}]");
        }

        WriteDeclaration(member);
        output.Open();
        switch (member)
        {
            case CalculatingMember calculating when IntegerOverflow.IsPossible(calculating.Program):
                output.Open("unchecked");
                WriteBody(calculating, parameters, state);
                output.Close();
                break;
            case CalculatingMember calculating:
                WriteBody(calculating, parameters, state);
                break;
            case ForwardingMember forwarding:
                string call = OriginalCall.Write(signature, forwarding.Callee.Name, forwarding.Destinations.Select(destination => Identifiers.Escape(destination.Name)));
                output.Line(forwarding.Shape.IsNothing ? $"{call};" : $"return {call}.Gradient;");
                break;
            case AllocatingMember allocating:
                new AllocatingBody(output, signature, allocating).Write();
                break;
        }

        output.Close();
    }

    private void WriteBody(CalculatingMember member, ImmutableArray<Symbol> parameters, ImmutableArray<Symbol> state)
    {
        string[] taken = [.. signature.TakenNames, .. signature.Parameters.Select(parameter => parameter.Name), signature.Name, member.Name];
        var locals = new ModelLocals(signature, member, [.. taken, .. member.Destinations.Select(destination => destination.Name)]);
        NameAllocator names = NameAllocator.For(
            member.Program,
            [.. parameters.Select(Named), .. member.Destinations.Select(destination => Named(destination.Symbol)), .. locals.Names],
            [.. taken, .. locals.Taken]);
        locals.WriteParameters(output);
        Dictionary<Symbol, string> elements = BindElements(member.Program, parameters, names);
        var expressions = new CSharpExpressionWriter(symbol => elements.TryGetValue(symbol, out string? name) ? name : names[symbol], symbol => names[symbol]);
        var statements = new StatementWriter(output, names, expressions, OriginalCall.Write(signature));

        // What the method would refuse comes first, then what is wrong with the destinations; after that nothing can fail.
        int checks = 1 + member.Program.Body.Select((statement, position) => statement is Require ? position : -1).Append(-1).Max();
        if (!statements.Write(member.Program.Body.Slice(0, checks)))
        {
            return;
        }

        new DestinationChecks(output, signature, member.Destinations, locals).Write(state);
        locals.WriteParts(output);
        if (!statements.Write(member.Program.Body.RemoveRange(0, checks)))
        {
            return;
        }

        foreach (Result result in member.Program.Results)
        {
            if (locals.PlaceOf(result) is { } place)
            {
                statements.Line($"{place} = ", expressions.Pieces(OperandTypes.WithoutNeedlessCast(result.Value)), ";");
            }
        }

        ImmutableArray<Result> returned = [.. member.Program.Results.Where(result => locals.PlaceOf(result) is null)];
        if (!returned.IsEmpty)
        {
            var values = new Queue<List<Piece>>(returned.Select(result => expressions.Pieces(OperandTypes.WithoutNeedlessCast(result.Value))));
            statements.Line("return ", member.Shape.Write(values), ";");
        }

        static (Symbol, string) Named(Symbol symbol) => (symbol, Identifiers.Escape(symbol.Name));
    }

    /// <summary>The elements of the tensors that are read, each in a row, and of the arrays that may be null.</summary>
    private Dictionary<Symbol, string> BindElements(Program program, ImmutableArray<Symbol> parameters, NameAllocator names)
    {
        var elements = new Dictionary<Symbol, string>();
        HashSet<Symbol> read = ProgramWalk.ArraysRead(program);
        foreach (Symbol parameter in parameters.Where(read.Contains))
        {
            if (signature.Parameters.Any(declared => declared.Name == parameter.Name && declared.Kind is ParameterKind.Tensor or ParameterKind.TensorSpan))
            {
                string name = names.Fresh(parameter.Name + "Elements");
                elements.Add(parameter, name);
                output.Line($"global::System.ReadOnlySpan<{parameter.Scalar.Keyword()}> {name} = {RuntimeNames.Elements}({names[parameter]});");
            }
        }

        foreach (Symbol array in read.Where(symbol => signature.NullIsEmpty.Items.Contains(symbol.Name)).OrderBy(static symbol => symbol.Name, StringComparer.Ordinal))
        {
            string name = names.Fresh(array.Name + "Elements");
            elements.Add(array, name);
            output.Line($"global::System.ReadOnlySpan<{array.Scalar.Keyword()}> {name} = {names[array]};");
        }

        return elements;
    }

    // On one line if it fits, else with a line for each parameter.
    private void WriteDeclaration(GeneratedMember member)
    {
        IEnumerable<string> modifiers =
        [
            signature.Accessibility,
            signature.Hidden.Contains(new HiddenMember(member.Name, member.Destinations.Length > 0)) ? "new" : string.Empty,
            signature.IsStatic ? "static" : string.Empty,
            signature.IsReadOnly ? "readonly" : string.Empty,
            member.Shape.Type,
            Identifiers.Escape(member.Name),
        ];
        string start = string.Join(" ", modifiers.Where(modifier => modifier.Length > 0)) + "(";
        bool isLast = member.Destinations.IsEmpty;
        string[] parameters =
        [
            .. signature.Parameters.Select((parameter, position) => Parameter(parameter, position, isLast)),
            .. member.Destinations.Select(destination => $"{destination.Type} {Identifiers.Escape(destination.Name)}"),
        ];
        string line = $"{start}{string.Join(", ", parameters)})";
        output.Line(output.Column + line.Length <= LineBreaker.Width ? line : $"{start}\n    {string.Join(",\n    ", parameters)})");
    }

    // What can be left out stands at the end.
    private string Parameter(ParameterModel parameter, int position, bool isLast)
    {
        string receiver = signature.IsExtension && position == 0 ? "this " : string.Empty;
        string optional = isLast && parameter.DefaultValue is { } value ? $" = {value}" : string.Empty;
        string modifiers = isLast ? parameter.Modifiers : parameter.Modifiers.Replace("params ", string.Empty);
        return $"{receiver}{modifiers}{parameter.Type} {Identifiers.Escape(parameter.Name)}{optional}";
    }

    private void WriteDocumentation(GeneratedMember member)
    {
        output.Line("/// <summary>");
        foreach (string line in member.Documentation.Summary)
        {
            output.Line("/// " + line);
        }

        output.Line("/// </summary>");
        string method = Documentation.Escape(signature.DocumentationId);
        if (member.Destinations.IsEmpty)
        {
            output.Line($"/// <inheritdoc cref=\"{method}\" path=\"/param\"/>");
        }
        else
        {
            // Where some parameters are documented, the compiler wants all of them to be, and doesn't see what is inherited as a whole.
            foreach (ParameterModel parameter in signature.Parameters)
            {
                output.Line($"/// <param name=\"{parameter.Name}\"><inheritdoc cref=\"{method}\" path=\"/param[@name='{parameter.Name}']\"/></param>");
            }

            foreach (Destination destination in member.Destinations)
            {
                output.Line($"/// <param name=\"{destination.Name}\">{Documentation.Of(destination)}</param>");
            }
        }

        if (member.Shape.Type != "void")
        {
            output.Line($"/// <returns>{member.Documentation.Returns}</returns>");
        }
    }
}

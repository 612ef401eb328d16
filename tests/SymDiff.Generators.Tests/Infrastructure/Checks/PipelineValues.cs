using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using SymDiff.Generators.Tests.Infrastructure.Incrementality;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks;

/// <summary>No value that a step hands on holds an object of the compiler's: it would keep a whole compilation alive, and never equal the next run's.</summary>
internal static class PipelineValues
{
    private static readonly Type[] Banned =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(SemanticModel),
        typeof(IOperation), typeof(AttributeData), typeof(Diagnostic), typeof(ParseOptions), typeof(CompilationOptions), typeof(Delegate),
    ];

    public static void Check(GeneratorRun run)
    {
        foreach ((string name, var steps) in StepReasons.OwnSteps(run.Result))
        {
            HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
            foreach (var output in steps.SelectMany(step => step.Outputs))
            {
                Walk(output.Value, name, seen);
            }
        }
    }

    /// <summary>With a list of its own instead of the call stack: a model may be deep.</summary>
    private static void Walk(object root, string step, HashSet<object> seen)
    {
        Stack<(object? Value, string Path)> open = new([(root, step)]);
        while (open.TryPop(out (object? Value, string Path) current))
        {
            (object? value, string path) = current;
            if (value is null || IsLeaf(value.GetType()) || (!value.GetType().IsValueType && !seen.Add(value)))
            {
                continue;
            }

            if (Array.Find(Banned, banned => banned.IsInstanceOfType(value)) is { } found)
            {
                throw new XunitException($"A value in the pipeline holds a {found.Name} ({value.GetType().Name}): {path}");
            }

            if (value is ICollection and not Array && value.GetType().Namespace == "System.Collections.Generic")
            {
                throw new XunitException($"A value in the pipeline holds a collection that can change ({value.GetType().Name}): {path}");
            }

            foreach ((object? part, string name) in Parts(value))
            {
                open.Push((part, $"{path}.{name}"));
            }
        }
    }

    private static IEnumerable<(object? Part, string Name)> Parts(object value)
    {
        if (value is Array array)
        {
            return IsLeaf(array.GetType().GetElementType()!) ? [] : array.Cast<object?>().Select((element, i) => (element, $"[{i}]"));
        }

        return Fields(value.GetType()).Select(field => (field.GetValue(value), field.Name));
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type.IsPointer || type == typeof(string) || typeof(MemberInfo).IsAssignableFrom(type);
}

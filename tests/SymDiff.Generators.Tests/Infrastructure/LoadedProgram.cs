using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Emit;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure;

/// <summary>A program with its generated code, compiled and loaded; unloaded again with <see cref="Dispose"/>.</summary>
/// <example><code>
/// using LoadedProgram program = LoadedProgram.CompileAndLoad("[Differentiable] public static double F(double x) => x * x;");
/// Assert.Equal(6.0, program.Call&lt;double>("FGradient", 3.0));
/// </code></example>
internal sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext context = new("test program", isCollectible: true);

    private LoadedProgram(GeneratorRun run)
    {
        Run = run;
        using MemoryStream image = new();
        EmitResult result = run.Output.Emit(image);
        if (!result.Success)
        {
            throw new XunitException($"Doesn't compile:\n{string.Join('\n', result.Diagnostics)}\n\n{run.Text}");
        }

        image.Position = 0;
        Assembly = context.LoadFromStream(image);
    }

    public GeneratorRun Run { get; }

    public Assembly Assembly { get; }

    public static LoadedProgram Of(GeneratorRun run) => new(run);

    /// <summary>With all checks that are made of every run.</summary>
    public static LoadedProgram CompileAndLoad(TestSource source) => new(GeneratorRun.Of(source));

    /// <summary>Without them; for programs by the thousand.</summary>
    public static LoadedProgram CompileAndLoadUnchecked(TestSource source) => new(GeneratorRun.Unchecked(source));

    /// <summary>A static method as a delegate, of a type with exactly its parameters; <c>Func</c> takes spans too. <paramref name="method"/> is <c>Name</c> or <c>Type.Name</c>.</summary>
    public TDelegate Method<TDelegate>(string method)
        where TDelegate : Delegate
    {
        MethodInfo invoke = typeof(TDelegate).GetMethod("Invoke")!;
        Type[] parameters = [.. invoke.GetParameters().Select(parameter => parameter.ParameterType)];
        MethodInfo found = Overloads(method).SingleOrDefault(candidate => candidate.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters))
            ?? throw NotFound(method, $"with the parameters ({string.Join(", ", parameters.Select(type => type.Name))})");
        return found.CreateDelegate<TDelegate>();
    }

    /// <summary>Calls a method by name. An array may stand for a span, and what the method writes into the span is then in the array.</summary>
    public T Call<T>(string method, params object?[] arguments) => (T)Call(method, arguments)!;

    /// <inheritdoc cref="Call{T}"/>
    public object? Call(string method, params object?[] arguments)
    {
        MethodInfo[] fitting = [.. Overloads(method).Where(candidate => SpanCall.Accepts(candidate, arguments))];
        return fitting is [MethodInfo single]
            ? SpanCall.Invoke(single, arguments)
            : throw NotFound(method, $"that takes these {arguments.Length} arguments ({fitting.Length} do)");
    }

    public Type Type(string name) => Assembly.GetTypes().Single(type => type.FullName == name || type.Name == name);

    public void Dispose() => context.Unload();

    private IEnumerable<MethodInfo> Overloads(string method)
    {
        int dot = method.LastIndexOf('.');
        string? type = dot < 0 ? null : method[..dot];
        return Assembly.GetTypes()
            .Where(candidate => type is null || candidate.FullName == type || candidate.Name == type)
            .SelectMany(candidate => candidate.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(candidate => candidate.Name == method[(dot + 1)..]);
    }

    private XunitException NotFound(string method, string what) =>
        new($"There is no static method {method} {what}. Candidates:\n{string.Join('\n', Overloads(method).Select(candidate => "  " + candidate))}\n\n{Run.Text}");
}

using System.Collections.Immutable;
using SymDiff.Generators.Model;
using SymDiff.Generators.Tests.Corpus;
using SymDiff.Symbolics.Differentiation;
using SymDiff.Symbolics.Evaluation;
using SymDiff.Symbolics.Expressions;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.RandomMethods.Programs;

/// <summary>What a method has been read as, evaluated as the intermediate representation defines it: its value and its derivatives for numbers, forwards and backwards, before they are simplified.</summary>
internal static class InterpretedGradients
{
    public static void Check(CorpusProgram program, CorpusPoint point)
    {
        LiftedMethod lifted = program.Lifted.Single(method => method.Signature.Name == point.Method.Name);
        Function function = lifted.Body!.Restore();
        object[] arguments = point.Plain;
        (Symbol, Value)[] environment = [.. function.Parameters.Zip(arguments.Select(ValueOf))];
        Expression result = function.Results[0].Value;
        double expected = program.Value(point.Method.Name)(arguments);
        double value = Interpreter.Evaluate(result, environment).Number;
        Require(expected.Equals(value), $"interpreted, the value is {value:R}, not {expected:R}");

        // Dual numbers don't round to single precision, and may take another branch.
        int[] numbers = point.Method.IsSingle ? [] : [.. point.Method.Differentiated.Where(i => point.Method.Parameters[i].Rank == 0)];
        if (numbers.Length == 0)
        {
            return;
        }

        ImmutableArray<Symbol> inputs = [.. numbers.Select(i => function.Parameters[i])];
        ImmutableArray<Expression> backwards = ReverseMode.Gradient(result, inputs);
        ImmutableArray<Expression> forwards;

        // Forwards there is no way through what a loop has kept: those are compared backwards only.
        try
        {
            forwards = ForwardMode.Gradient(result, inputs);
        }
        catch (UnsupportedDerivativeException)
        {
            forwards = backwards;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            double dual = program.OfDuals(point.Method.Name)(point.Duals((numbers[i], 0))).Slope;
            string name = point.Method.Parameters[numbers[i]].Name;
            (double reverse, double forward) = (Interpreter.Evaluate(backwards[i], environment).Number, Interpreter.Evaluate(forwards[i], environment).Number);
            double tolerance = 1e-9 * Math.Max(1, Math.Abs(dual));
            Require(!double.IsFinite(dual) || Math.Abs(reverse - dual) <= tolerance, $"interpreted backwards, ∂/∂{name} is {reverse:R}, dual numbers say {dual:R}");
            Require(!double.IsFinite(dual) || Math.Abs(forward - dual) <= tolerance, $"interpreted forwards, ∂/∂{name} is {forward:R}, dual numbers say {dual:R}");
        }

        void Require(bool holds, string message)
        {
            if (!holds)
            {
                throw new XunitException($"{point.Method.Name}({point}): {message}");
            }
        }
    }

    private static Value ValueOf(object argument) => argument switch
    {
        double number => number,
        float number => number,
        int number => number,
        double[] numbers => numbers,
        _ => throw new ArgumentException(argument.GetType().Name, nameof(argument)),
    };
}

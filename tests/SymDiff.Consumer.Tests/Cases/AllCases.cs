namespace SymDiff.Consumer.Tests.Cases;

/// <summary>Every generated gradient of the project.</summary>
internal static class AllCases
{
    public static IReadOnlyDictionary<string, Case> ByName { get; } = new[]
    {
        Functions.MathFunctions.Cases,
        Functions.MathFFunctions.Cases,
        Functions.DoubleFunctions.Cases,
        Functions.FloatFunctions.Cases,
        Lanes.Loops.Cases,
        Traps.SingularPointsTests.Cases,
        Traps.NonSmoothTests.Cases,
        Traps.TypesTests.Cases,
        Traps.AssignmentTests.Cases,
        Traps.ControlFlowTests.Cases,
        Traps.CalculusTests.Cases,
        Shapes.AccessibilityTests.Cases,
        Shapes.ContainingTypesTests.Cases,
        Shapes.NamesTests.Cases,
        Shapes.ParametersTests.Cases,
        Shapes.NestedSumsTests.Cases,
        Shapes.IntegersTests.Cases,
        Shapes.ExceptionsTests.Cases,
        Shapes.NullArraysTests.Cases,
        Generics.GenericCallsTests.Cases,
        Library.StopTests.Cases,
        Library.ActivationTests.Cases,
        Library.TensorLossTests.Cases,
        Library.ActivatedTensorTests.Cases,
        Arrays.ReductionTests.CasesOfNumbers,
        Arrays.ChangedInLoopsTests.Cases,
        Arrays.RecurrenceTests.CasesOfNumbers,
        Language.DelegateTests.Cases,
        Language.SequenceTests.Cases,
        Language.LoopTests.Cases,
        Language.ReferenceTests.Cases,
        Structures.StructureTests.Cases,
        Structures.StructureGradientTests.Cases,
        Structures.StructureOrderTests.Cases,
        Structures.StructurePatternTests.Cases,
        Numerics.ComplexTests.Cases,
        Numerics.VectorTests.Cases,
        Numerics.RotationTests.Cases,
        References.DualNumbersTests.Cases,
    }.SelectMany(cases => cases).ToDictionary(@case => @case.Name);
}

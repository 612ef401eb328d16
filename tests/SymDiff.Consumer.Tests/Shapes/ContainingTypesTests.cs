using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes
{
    /// <summary>Methods in every kind of type, nested and generic.</summary>
    public partial class ContainingTypesTests
    {
        internal static Case[] Cases =>
        [
            Case.Of(StaticClass.InStaticClass, StaticClass.InStaticClassGradient, StaticClass.InStaticClassValueAndGradient),
            Case.Of((double x) => new Class(3).InClass(x), new Class(3).InClassGradient, new Class(3).InClassValueAndGradient),
            Case.Of((double x) => new Struct(3).InStruct(x), x => new Struct(3).InStructGradient(x), x => new Struct(3).InStructValueAndGradient(x)),
            Case.Of(
                (double x) => new ReadOnlyStruct(3).InReadOnlyStruct(x),
                x => new ReadOnlyStruct(3).InReadOnlyStructGradient(x),
                x => new ReadOnlyStruct(3).InReadOnlyStructValueAndGradient(x)),
            Case.Of((double x) => new RefStruct().InRefStruct(x), x => new RefStruct().InRefStructGradient(x), x => new RefStruct().InRefStructValueAndGradient(x)),
            Case.Of(Record.InRecord, Record.InRecordGradient, Record.InRecordValueAndGradient),
            Case.Of(RecordStruct.InRecordStruct, RecordStruct.InRecordStructGradient, RecordStruct.InRecordStructValueAndGradient),
            Case.Of(IInterface.InInterface, IInterface.InInterfaceGradient, IInterface.InInterfaceValueAndGradient),
            Case.Of(IVariant<string, object>.InVariant, IVariant<string, object>.InVariantGradient, IVariant<string, object>.InVariantValueAndGradient),
            Case.Of(
                Generic<string, int>.Inner<Guid>.Innermost.InInnermost,
                Generic<string, int>.Inner<Guid>.Innermost.InInnermostGradient,
                Generic<string, int>.Inner<Guid>.Innermost.InInnermostValueAndGradient),
            Case.Of(
                InGlobalNamespace.InNoNamespace,
                InGlobalNamespace.InNoNamespaceGradient,
                InGlobalNamespace.InNoNamespaceValueAndGradient),
        ];

        [Fact] public void Static_class() => Assert.Equal(6, StaticClass.InStaticClassGradient(3));
        [Fact] public void Class_and_its_readonly_field() => Assert.Equal((45, 30), new Class(5).InClassValueAndGradient(3));
        [Fact] public void Struct_and_its_readonly_field() => Assert.Equal((45, 30), new Struct(5).InStructValueAndGradient(3));
        [Fact] public void Readonly_struct() => Assert.Equal((45, 30), new ReadOnlyStruct(5).InReadOnlyStructValueAndGradient(3));
        [Fact] public void Ref_struct() => Assert.Equal(6, new RefStruct().InRefStructGradient(3));
        [Fact] public void Record_class() => Assert.Equal(6, Record.InRecordGradient(3));
        [Fact] public void Record_struct() => Assert.Equal(6, RecordStruct.InRecordStructGradient(3));
        [Fact] public void Interface() => Assert.Equal(6, IInterface.InInterfaceGradient(3));
        [Fact] public void Variant_interface() => Assert.Equal(6, IVariant<string, object>.InVariantGradient(3));
        [Fact] public void Nested_generic_types_with_constraints() => Assert.Equal(6, Generic<string, int>.Inner<Guid>.Innermost.InInnermostGradient(3));
        [Fact] public void Global_namespace() => Assert.Equal(6, InGlobalNamespace.InNoNamespaceGradient(3));
    }

    internal static partial class StaticClass
    {
        [Differentiable] public static double InStaticClass(double x) => x * x;
    }

    internal partial class Class(double scale)
    {
        private readonly double _scale = scale;

        [Differentiable] public double InClass(double x) => _scale * x * x;
    }

    internal partial struct Struct(double scale)
    {
        private readonly double _scale = scale;

        [Differentiable] public readonly double InStruct(double x) => _scale * x * x;
    }

    internal readonly partial struct ReadOnlyStruct(double scale)
    {
        private readonly double _scale = scale;

        [Differentiable] public double InReadOnlyStruct(double x) => _scale * x * x;
    }

    internal ref partial struct RefStruct
    {
        [Differentiable] public double InRefStruct(double x) => x * x;
    }

    internal partial record Record
    {
        [Differentiable] public static double InRecord(double x) => x * x;
    }

    internal readonly partial record struct RecordStruct
    {
        [Differentiable] public static double InRecordStruct(double x) => x * x;
    }

    internal partial interface IInterface
    {
        [Differentiable] static double InInterface(double x) => x * x;
    }

    internal partial interface IVariant<in TIn, out TOut>
        where TOut : class
    {
        [Differentiable] static double InVariant(double x) => x * x;
    }

    internal static partial class Generic<TFirst, @class>
        where TFirst : class, IComparable<TFirst>
        where @class : struct
    {
        internal partial struct Inner<TThird>
            where TThird : IEquatable<TThird>, new()
        {
            internal static partial class Innermost
            {
                [Differentiable] internal static double InInnermost(double x) => x * x;
            }
        }
    }
}

internal static partial class InGlobalNamespace
{
    [SymDiff.Differentiable] public static double InNoNamespace(double x) => x * x;
}

using System.Reflection;
using SymDiff.Consumer.Tests.Cases;

namespace SymDiff.Consumer.Tests.Shapes;

/// <summary>What is generated is as accessible as the method.</summary>
public partial class AccessibilityTests : AccessibleBase
{
    internal static Case[] Cases =>
    [
        Case.Of(Private, PrivateGradient, PrivateValueAndGradient),
        Case.Of(PrivateProtected, PrivateProtectedGradient, PrivateProtectedValueAndGradient),
        Case.Of(Protected, ProtectedGradient, ProtectedValueAndGradient),
        Case.Of(Internal, InternalGradient, InternalValueAndGradient),
        Case.Of(ProtectedInternal, ProtectedInternalGradient, ProtectedInternalValueAndGradient),
        Case.Of(Public, PublicGradient, PublicValueAndGradient),
        Case.Of(Default, DefaultGradient, DefaultValueAndGradient),
    ];

    [Differentiable] private static double Private(double x) => x * x;

    [Differentiable] static double Default(double x) => x * x;

    [Theory]
    [InlineData(nameof(Private)), InlineData(nameof(Default))]
    [InlineData(nameof(PrivateProtected)), InlineData(nameof(Protected)), InlineData(nameof(Internal)), InlineData(nameof(ProtectedInternal)), InlineData(nameof(Public))]
    public void Generated_members_are_as_accessible_as_the_method(string name)
    {
        MethodInfo method = Find(name);
        Assert.Equal(Access(method), Access(Find(name + "Gradient")));
        Assert.Equal(Access(method), Access(Find(name + "ValueAndGradient")));
    }

    private static MethodInfo Find(string name)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return typeof(AccessibilityTests).GetMethod(name, Any) ?? typeof(AccessibleBase).GetMethod(name, Any)!;
    }

    private static MethodAttributes Access(MethodInfo method) => method.Attributes & MethodAttributes.MemberAccessMask;
}

/// <summary>Methods of every accessibility that a derived class can see.</summary>
public abstract partial class AccessibleBase
{
    [Differentiable] private protected static double PrivateProtected(double x) => x * x;

    [Differentiable] protected static double Protected(double x) => x * x;

    [Differentiable] internal static double Internal(double x) => x * x;

    [Differentiable] protected internal static double ProtectedInternal(double x) => x * x;

    [Differentiable] public static double Public(double x) => x * x;
}

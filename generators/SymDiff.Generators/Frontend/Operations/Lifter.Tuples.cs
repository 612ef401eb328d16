using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SymDiff.Generators.Lifting;

internal sealed partial class Lifter
{
    public override Value VisitTuple(ITupleOperation operation, Unit argument) => new AggregateValue([.. operation.Elements.Select(element => Visit(element))]);

    private static int IndexOf(IFieldSymbol field)
    {
        IFieldSymbol item = field.CorrespondingTupleField ?? field;
        for (int i = 0; i < item.ContainingType.TupleElements.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(item.ContainingType.TupleElements[i].CorrespondingTupleField, item))
            {
                return i;
            }
        }

        return 0;
    }
}

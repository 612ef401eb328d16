using System.Globalization;
using Xunit.Sdk;

namespace SymDiff.Generators.Tests.Infrastructure.Checks;

/// <summary>The text doesn't depend on the culture of the machine that builds.</summary>
internal static class HostileCultures
{
    /// <summary>Turkish has a dotless i and a decimal comma; the other one a minus sign that C# doesn't know.</summary>
    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("tr-TR"), WithUnicodeMinus()];

    public static void Check(GeneratorRun run)
    {
        foreach (CultureInfo culture in Cultures)
        {
            GeneratorRun other = Under(culture, () => GeneratorRun.Unchecked(run.Source, run.Generator));
            if (!other.Files.SequenceEqual(run.Files))
            {
                throw new XunitException($"The generated text is another under {culture.DisplayName}:\n{other.Text}\n\ninstead of\n\n{run.Text}");
            }

            if (!other.Diagnostics.Select(Text).SequenceEqual(run.Diagnostics.Select(Text)))
            {
                throw new XunitException($"The diagnostics are others under {culture.DisplayName}.");
            }
        }

        static string Text(Microsoft.CodeAnalysis.Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }

    private static T Under<T>(CultureInfo culture, Func<T> run)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUI = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUI;
        }
    }

    private static CultureInfo WithUnicodeMinus()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }
}

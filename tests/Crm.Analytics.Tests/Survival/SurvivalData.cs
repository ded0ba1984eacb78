using Crm.Analytics.Survival;

namespace Crm.Analytics.Tests.Survival;

/// <summary>Public samples.</summary>
internal static class SurvivalData
{
    /// <summary>Remission in weeks of the leukaemia patients of E. J. Freireich et al. (1963), treated with 6-MP; negative when censored.</summary>
    private static readonly double[] _treated = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

    private static readonly double[] _placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

    public static SurvivalSample Treated => From(_treated);

    public static SurvivalSample Leukaemia => From([.. _treated, .. _placebo]);

    public static string[] LeukaemiaGroups => [.. _treated.Select(_ => "6-MP"), .. _placebo.Select(_ => "placebo")];

    /// <summary>Fruit flies of two lines, as the Python package lifelines distributes them.</summary>
    public static (SurvivalSample Sample, string[] Groups) Waltons()
    {
        var rows = TestData.Lines("waltons.csv").Skip(1).Select(line => line.Split(',')).ToArray();
        return (new SurvivalSample(
            [.. rows.Select(cells => TestData.Number(cells[0]))], [.. rows.Select(cells => cells[1] == "1")]),
            [.. rows.Select(cells => cells[2].Trim('"'))]);
    }

    /// <summary>Rearrest of 432 convicts (P. H. Rossi et al. 1980), with the seven covariates.</summary>
    public static (SurvivalSample Sample, CoxCovariate[] Covariates) Rossi()
    {
        var lines = TestData.Lines("rossi.csv").Select(line => line.Split(',')).ToArray();
        var rows = lines[1..];
        return (new SurvivalSample(
            [.. rows.Select(cells => TestData.Number(cells[0]))], [.. rows.Select(cells => cells[1] == "1")]),
            [.. lines[0].Select((name, column) => new CoxCovariate(name, rows.Select(cells => TestData.Number(cells[column])).ToArray())).Skip(2)]);
    }

    private static SurvivalSample From(double[] signed) =>
        new(Array.ConvertAll(signed, Math.Abs), Array.ConvertAll(signed, time => time > 0));
}

using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads columns of numbers.</summary>
internal static class FeatureFile
{
    public static List<Feature> Read(AnalysisRequest request, string[] columns, bool asTheyAre)
    {
        if (request.Files.Length == 0 || columns.Length == 0)
        {
            throw CommandFailure.Usage("--columns: a file and columns of it are expected.");
        }

        var values = columns.Select(_ => new List<double>()).ToArray();
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            DelimitedText.ReadRows(source, request.Columns, columns, columns, row =>
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    values[i].Add((double)(row.Number(columns[i]) ?? throw row.Bad(columns[i], "CellEmpty", "A value is expected.")));
                }
            });
        }

        return [.. columns.Select((name, i) => new Feature(name, values[i], asTheyAre ? FeatureScale.None : FeatureScale.Standard))];
    }
}

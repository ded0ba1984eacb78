using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads one column of numbers as a series, in the order of its rows.</summary>
internal static class SeriesFile
{
    public static readonly string[] Names = ["value"];

    public static double[] Read(AnalysisRequest request, string column)
    {
        if (request.Files.Length == 0)
        {
            throw CommandFailure.Usage("--value: a file is expected.");
        }

        var values = new List<double>();
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            DelimitedText.ReadRows(source, request.Columns.With("value", column), Names, Names, row =>
                values.Add((double)(row.Number("value") ?? throw row.Bad("value", "CellEmpty", "A value is expected."))));
        }

        return values.Count > 0 ? [.. values] : throw CommandFailure.Refused("NoValues", "The series has no value.");
    }
}

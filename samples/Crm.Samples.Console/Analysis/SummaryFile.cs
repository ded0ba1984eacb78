using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Reads customers that are summarised already: <c>customer,frequency,recency,age[,monetary][,weight]</c>, durations in the unit asked for.</summary>
internal sealed class SummaryFile
{
    public static readonly string[] Names = ["customer", "frequency", "recency", "age", "monetary", "weight"];

    private static readonly string[] s_required = ["frequency", "recency", "age"];

    private readonly List<string> _keys = [];
    private readonly List<RecencyFrequency> _histories = [];
    private readonly List<double> _monetary = [];
    private readonly List<double> _weights = [];
    private bool _isWeighted;

    public static SummaryFile Read(AnalysisRequest request)
    {
        if (request.Files.Length == 0)
        {
            throw CommandFailure.Usage("--format summary: a file is expected.");
        }

        var file = new SummaryFile();
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            DelimitedText.ReadRows(source, request.Columns, Names, s_required, file.Add);
        }

        return file;
    }

    public SummarisedCustomers ToCustomers(TimeUnit unit, int? threads) =>
        new(_keys, RecencyFrequencyTable.From(_histories.ToArray(), _isWeighted ? _weights.ToArray() : default, unit, degreeOfParallelism: threads), _monetary)
        {
            Weights = _isWeighted ? _weights : null,
        };

    private void Add(DelimitedText row)
    {
        var frequency = row.Number("frequency") ?? throw row.Bad("frequency", "CellEmpty", "A value is expected.");
        var recency = row.Number("recency") ?? throw row.Bad("recency", "CellEmpty", "A value is expected.");
        var age = row.Number("age") ?? throw row.Bad("age", "CellEmpty", "A value is expected.");
        if (frequency is < 0 or > int.MaxValue || frequency != decimal.Truncate(frequency))
        {
            throw row.Bad("frequency", "NumberInvalid", $"{frequency} is no count of repeat purchases.");
        }

        if (recency < 0 || recency > age || (frequency == 0 && recency != 0))
        {
            throw row.Bad("recency", "NumberInvalid", $"{recency} cannot be: recency lies between 0 and the age {age}, and is 0 without a repeat purchase.");
        }

        var weight = row.Number("weight");
        if (weight < 0)
        {
            throw row.Bad("weight", "NumberInvalid", "A weight is not below zero.");
        }

        _isWeighted |= weight is not null;
        _keys.Add(row.Text("customer") ?? row.Row.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _histories.Add(new RecencyFrequency((int)frequency, (double)recency, (double)age));
        _monetary.Add((double?)row.Number("monetary") ?? double.NaN);
        _weights.Add((double)(weight ?? 1));
    }
}

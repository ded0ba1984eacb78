using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>
/// Reads customers that are summarised already: <c>customer,frequency,recency,age[,monetary][,weight]</c>, durations in the unit
/// asked for; models that count call the last ones <c>periods</c> and <c>weights</c>, which mean the same.
/// </summary>
internal sealed class SummaryFile(string model)
{
    public static readonly string[] Names = ["customer", "frequency", "recency", "age", "periods", "monetary", "weight", "weights"];

    private static readonly string[] s_required = ["frequency", "recency"];

    private const int MaximumPeriods = 10_000;

    private readonly List<string> _keys = [];
    private readonly List<RecencyFrequency> _histories = [];
    private readonly List<double> _monetary = [];
    private readonly List<double> _weights = [];
    private bool _isWeighted;

    public static SummaryFile Read(AnalysisRequest request, string model)
    {
        if (request.Files.Length == 0)
        {
            throw CommandFailure.Usage("--format summary: a file is expected.");
        }

        var file = new SummaryFile(model);
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
        var (ageName, weightName) = (Either(row, "age", "periods"), Either(row, "weight", "weights"));
        var frequency = Required(row, "frequency");
        var recency = Required(row, "recency");
        var age = Required(row, ageName);
        if (frequency is < 0 or > int.MaxValue || frequency != decimal.Truncate(frequency))
        {
            throw row.Bad("frequency", "NumberInvalid", $"{frequency} is no count of repeat purchases.");
        }

        if (recency < 0 || recency > age || (frequency == 0 && recency != 0))
        {
            throw row.Bad("recency", "NumberInvalid", $"{recency} cannot be: recency lies between 0 and the {ageName} {age}, and is 0 without a repeat purchase.");
        }

        if (LifetimeModels.CountsPeriods(model))
        {
            CheckPeriods(row, ageName, frequency, recency, age);
        }

        var weight = row.Number(weightName);
        if (weight < 0)
        {
            throw row.Bad(weightName, "NumberInvalid", "A weight is not below zero.");
        }

        _isWeighted |= weight is not null;
        _keys.Add(row.Text("customer") ?? row.Row.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _histories.Add(new RecencyFrequency((int)frequency, (double)recency, (double)age));
        _monetary.Add((double?)row.Number("monetary") ?? double.NaN);
        _weights.Add((double)(weight ?? 1));
    }

    private void CheckPeriods(DelimitedText row, string ageName, decimal frequency, decimal recency, decimal age)
    {
        if (age > MaximumPeriods || age != decimal.Truncate(age))
        {
            throw row.Bad(ageName, "NumberInvalid", $"{age}: a whole number of periods is expected, at most {MaximumPeriods}.");
        }

        if (recency != decimal.Truncate(recency) || (model == "sbg" ? frequency != recency : frequency > recency))
        {
            throw row.Bad("recency", "NumberInvalid", model == "sbg"
                ? $"{recency} cannot be: a contract is renewed every period until it ends, so recency equals the frequency {frequency}."
                : $"{recency} cannot be: recency is the whole number of the last opportunity with a purchase, not below the frequency {frequency}.");
        }
    }

    private static decimal Required(DelimitedText row, string name) => row.Has(name)
        ? row.Number(name) ?? throw row.Bad(name, "CellEmpty", "A value is expected.")
        : throw row.Bad(name, "ColumnMissing", "The header has no such column.");

    private static string Either(DelimitedText row, string usual, string other) => row.Has(other) && !row.Has(usual) ? other : usual;
}

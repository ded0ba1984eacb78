using Crm.Analytics.Survival;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Analysis;

/// <summary>Durations with their ends, groups and covariates as a file has them.</summary>
internal sealed class SurvivalFile
{
    private readonly string _time;
    private readonly string _event;
    private readonly string? _group;
    private readonly string[] _covariates;
    private readonly List<double> _durations = [];
    private readonly List<bool> _observed = [];
    private readonly List<string> _groups = [];
    private readonly List<double>[] _values;

    private SurvivalFile(string time, string @event, string? group, string[] covariates)
    {
        (_time, _event, _group, _covariates) = (time, @event, group, covariates);
        _values = [.. covariates.Select(_ => new List<double>())];
    }

    public IReadOnlyList<string> Groups => _groups;

    public static SurvivalFile Read(AnalysisRequest request, string time, string @event, string? group, string[] covariates)
    {
        if (request.Files.Length == 0)
        {
            throw CommandFailure.Usage("--time: a file is expected.");
        }

        var file = new SurvivalFile(time, @event, group, covariates);
        string[] names = [time, @event, .. group is null ? (string[])[] : [group], .. covariates];
        names = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var source in request.Files.Select(TextSource.Of))
        {
            DelimitedText.ReadRows(source, request.Columns, names, names, file.Add);
        }

        return file._durations.Count > 0 ? file : throw CommandFailure.Refused("NoDurations", "The file has no row.");
    }

    public SurvivalSample ToSample() => new(_durations.ToArray(), _observed.ToArray());

    public IReadOnlyList<CoxCovariate> Covariates => [.. _covariates.Select((name, i) => new CoxCovariate(name, _values[i].ToArray()))];

    private void Add(DelimitedText row)
    {
        var time = Number(row, _time);
        if (time < 0)
        {
            throw row.Bad(_time, "NumberInvalid", $"{time} is no duration.");
        }

        _durations.Add(time);
        _observed.Add(row.Required(_event).ToLowerInvariant() switch
        {
            "1" or "1.0" or "true" or "yes" => true,
            "0" or "0.0" or "false" or "no" => false,
            var other => throw row.Bad(_event, "ValueInvalid", $"{other} does not say whether the event happened: 1 or 0 is expected, true or false, yes or no."),
        });
        if (_group is not null)
        {
            _groups.Add(row.Required(_group));
        }

        for (var i = 0; i < _values.Length; i++)
        {
            _values[i].Add(Number(row, _covariates[i]));
        }
    }

    private static double Number(DelimitedText row, string name) => (double)(row.Number(name) ?? throw row.Bad(name, "CellEmpty", "A value is expected."));
}

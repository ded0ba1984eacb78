using System.Text.Json;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary>Stages and the logs of deals, as one JSON document. Probabilities are shares, or percentages where one is above 1.</summary>
internal sealed class ForecastFile
{
    private readonly double _unit;

    private ForecastFile(JsonPlace root)
    {
        _unit = Probabilities(root).Select(p => p.Number).DefaultIfEmpty().Max() > 1 ? 100 : 1;
        Stages = [.. root["stages"].Items.Select(Stage)];
        Deals = [.. root["deals"].Items.Select(Deal)];
        Rates = root.Find("rates") is { } rates ? ForecastRates.Read(rates, Deals) : null;
    }

    public IReadOnlyList<ForecastStage> Stages { get; }

    public IReadOnlyList<DealHistory> Deals { get; }

    public ForecastRates? Rates { get; }

    /// <summary>The last change in the file.</summary>
    public Instant? Last => Deals.SelectMany(d => d.Changes).Select(c => (Instant?)c.At).Max();

    public static ForecastFile Read(TextSource source) => new(JsonPlace.Read(source));

    private static IEnumerable<JsonPlace> Probabilities(JsonPlace root) =>
        root["stages"].Items.Concat(root["deals"].Items.SelectMany(d => d["events"].Items)).Select(p => p.Find("probability")).OfType<JsonPlace>();

    private ForecastStage Stage(JsonPlace place)
    {
        var (category, forecast) = StageCategoryOf(place["category"]);
        var probability = category switch
        {
            StageCategory.Won => 1,
            StageCategory.Lost => 0,
            _ => Share(place["probability"]),
        };
        return new ForecastStage(place["name"].Text, category, probability, place.Find("forecastCategory") is { } own ? CategoryOf(own) : forecast);
    }

    private DealHistory Deal(JsonPlace place)
    {
        var code = place["currency"];
        if (!Currency.TryFromCode(code.Text, out var currency))
        {
            throw code.Unusable($"{code.Text} is no currency of ISO 4217.");
        }

        var (id, events) = (place["id"], place["events"].Items.ToList());
        var changes = events.ConvertAll(Change);
        if (changes.Count > 0 && changes.MinBy(c => c.At) is { Stage: null })
        {
            throw place["events"].Unusable("The first event in time names no stage.");
        }

        return new DealHistory(id.Element.ValueKind == JsonValueKind.Number ? id.Element.GetRawText() : id.Text, currency, changes) { Owner = place.Find("owner")?.Text };
    }

    private DealChange Change(JsonPlace place)
    {
        var stage = place.Find("stage");
        if (stage is { } named && !Stages.Any(s => s.Name == named.Text))
        {
            throw named.Unusable($"There is no stage {named.Text}, but {string.Join(", ", Stages.Select(s => s.Name))}.");
        }

        return new DealChange(place["at"].At)
        {
            Stage = stage?.Text,
            Owner = place.Find("owner")?.Text,
            Amount = Changed(place, "amount", Amount),
            Probability = Changed(place, "probability", Share),
            CloseDate = Changed(place, "closeDate", p => p.Date),
            Category = Changed(place, "category", CategoryOf),
        };
    }

    // A member that is null clears; one that is missing changes nothing.
    private static ChangedTo<T>? Changed<T>(JsonPlace place, string name, Func<JsonPlace, T> read)
        where T : struct =>
        place.Find(name) is { } member ? new ChangedTo<T>(read(member))
        : place.Element.TryGetProperty(name, out _) ? new ChangedTo<T>(null)
        : null;

    private static decimal Amount(JsonPlace place) => place.Element.ValueKind == JsonValueKind.Number && place.Element.TryGetDecimal(out var amount) && Math.Abs(amount) <= Money.MaxAmount
        ? amount
        : throw place.Unusable("An amount was expected.");

    private double Share(JsonPlace place) => place.Number / _unit is >= 0 and <= 1 and var share ? share : throw place.Unusable("A probability is between 0 and 1, or 0 and 100 where the file has percentages.");

    private static (StageCategory Category, ForecastCategory Forecast) StageCategoryOf(JsonPlace place) => Letters(place) switch
    {
        "open" => (StageCategory.Open, ForecastCategory.Pipeline),
        "won" or "closed" or "closedwon" => (StageCategory.Won, ForecastCategory.Closed),
        "lost" or "closedlost" => (StageCategory.Lost, ForecastCategory.Omitted),
        "pipeline" or "bestcase" or "commit" or "omitted" => (StageCategory.Open, CategoryOf(place)),
        _ => throw place.Unusable("open, won or lost was expected."),
    };

    private static ForecastCategory CategoryOf(JsonPlace place) => Letters(place) switch
    {
        "pipeline" => ForecastCategory.Pipeline,
        "bestcase" => ForecastCategory.BestCase,
        "commit" => ForecastCategory.Commit,
        "closed" => ForecastCategory.Closed,
        "omitted" => ForecastCategory.Omitted,
        _ => throw place.Unusable("pipeline, bestCase, commit, closed or omitted was expected."),
    };

    private static string Letters(JsonPlace place) => string.Concat(place.Text.Where(char.IsLetter)).ToLowerInvariant();
}

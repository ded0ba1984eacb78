using System.CommandLine;
using Crm.Domain.Feedback;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Feedback;

/// <summary><c>crm scores FILE</c>: scores of answers in a file.</summary>
internal static class ScoresCommand
{
    private static readonly Dictionary<string, ScoreKind> s_kinds = new(StringComparer.OrdinalIgnoreCase) { ["nps"] = ScoreKind.Nps, ["csat"] = ScoreKind.Csat, ["ces"] = ScoreKind.Ces };

    private static readonly Dictionary<string, ScoreDirection> s_directions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["higher"] = ScoreDirection.HigherIsBetter, ["lower"] = ScoreDirection.LowerIsBetter, ["higherIsBetter"] = ScoreDirection.HigherIsBetter, ["lowerIsBetter"] = ScoreDirection.LowerIsBetter,
        ["higher-is-better"] = ScoreDirection.HigherIsBetter, ["lower-is-better"] = ScoreDirection.LowerIsBetter, ["higher-better"] = ScoreDirection.HigherIsBetter, ["lower-better"] = ScoreDirection.LowerIsBetter,
        ["up"] = ScoreDirection.HigherIsBetter, ["down"] = ScoreDirection.LowerIsBetter, ["ascending"] = ScoreDirection.HigherIsBetter, ["descending"] = ScoreDirection.LowerIsBetter,
        ["positive"] = ScoreDirection.HigherIsBetter, ["negative"] = ScoreDirection.LowerIsBetter,
    };

    private static readonly Dictionary<string, ScoreMethod> s_methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["netPromoter"] = ScoreMethod.NetPromoter, ["share"] = ScoreMethod.ShareSatisfied, ["shareSatisfied"] = ScoreMethod.ShareSatisfied, ["maximum"] = ScoreMethod.ShareOfMaximum,
        ["shareOfMaximum"] = ScoreMethod.ShareOfMaximum, ["mean"] = ScoreMethod.Mean,
    };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A JSON file with cases: id, kind, scale, direction, answers; or - for standard input." };
        var minimum = new Option<int>("--minimum") { Description = "Fewest answers of which a score is made.", DefaultValueFactory = _ => Score.UsualMinimum };
        return new Command("scores", "NPS, CSAT and CES of answers in a file, with intervals of 95 %.").With(file, minimum).Does((run, _) =>
        {
            var least = run.Get(minimum) is >= 1 and var given ? given : throw CommandFailure.Usage($"{minimum.Name}: a number from 1 was expected.");
            var scores = JsonPlace.Read(TextSource.Of(run.Get(file)))["cases"].Items.Select(c => (Id: Text(c["id"]), Score: ScoreOf(c, least))).ToList();
            run.Output.Write(
                new
                {
                    Cases = scores.Select(s => new
                    {
                        s.Id, Score = s.Score.Value, s.Score.Low, s.Score.High, N = s.Score.Count, Sufficient = s.Score.IsSufficient,
                        Kind = s.Score.Measure.Kind, Scale = new[] { s.Score.Measure.Minimum, s.Score.Measure.Maximum }, s.Score.Measure.Direction, s.Score.Measure.Method,
                    }),
                },
                report => report.Table(
                    ["Case", "Measure", "Score", "Low", "High", "Answers", "Enough"],
                    scores.Select(s => new object?[] { s.Id, s.Score.Measure.ToString(), Round(s.Score.Value), Round(s.Score.Low), Round(s.Score.High), s.Score.Count, s.Score.IsSufficient ? "yes" : "no" })));
            return Task.CompletedTask;
        });
    }

    private static Score ScoreOf(JsonPlace place, int least)
    {
        var kind = Choice(place["kind"], s_kinds);
        var usual = kind switch { ScoreKind.Nps => (0, 10), ScoreKind.Csat => (1, 5), _ => (1, 7) };
        var scale = place.Find("scale") is { } given ? ScaleOf(given) : usual;
        var direction = place.Find("direction") is { } which ? Choice(which, s_directions) : ScoreDirection.HigherIsBetter;
        ScoreMethod? method = place.Find("method") is { } how ? Choice(how, s_methods) : null;
        try
        {
            var measure = new ScoreMeasure(kind, scale.Item1, scale.Item2, direction, method, place.Find("satisfiedPoints")?.Whole);
            return ScoreTally.Of(measure, place["answers"].Items.Select(a => a.Whole)).OrFail().ToScore(place.Find("minimum")?.Whole is { } wanted ? Math.Max(1, wanted) : least);
        }
        catch (ArgumentException unusable)
        {
            throw CommandFailure.Refused("InvalidValue", unusable.Message.Split(" (Parameter")[0], place.Path);
        }
    }

    private static (int Low, int High) ScaleOf(JsonPlace place) =>
        place.Items.Select(i => i.Whole).ToList() is [var low, var high] ? (low, high) : throw place.Unusable("The lowest and the highest answer were expected.");

    private static T Choice<T>(JsonPlace place, Dictionary<string, T> choices) =>
        choices.TryGetValue(place.Text, out var chosen) ? chosen : throw place.Unusable($"{place.Text}: there is {string.Join(", ", choices.Keys)}.");

    private static string Text(JsonPlace place) => place.Element.ValueKind == System.Text.Json.JsonValueKind.Number ? place.Element.GetRawText() : place.Text;

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 2) : null;
}

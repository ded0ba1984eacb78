using System.CommandLine;
using System.Globalization;
using Crm.Analytics.Segmentation;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>How many segments, and how they are sought.</summary>
internal sealed class ClusterOptions
{
    private readonly Option<string> _clusters = new("--clusters") { Description = "How many segments, as 5, or a range of which the best apart is taken, as 2-8.", DefaultValueFactory = _ => "2-8", HelpName = "N|N-N" };
    private readonly Option<int> _restarts = new("--restarts") { Description = "How often to start anew; the best is kept.", DefaultValueFactory = _ => 20, HelpName = "N" };
    private readonly Option<int> _seed = new("--seed") { Description = "What chance starts from.", DefaultValueFactory = _ => 1, HelpName = "N" };

    public IEnumerable<Symbol> All => [_clusters, _restarts, _seed];

    public ClusterQuestion Read(Run run, int? threads)
    {
        var options = new KMeansOptions
        {
            Restarts = run.Get(_restarts) is > 0 and var starts ? starts : throw CommandFailure.Usage("--restarts: 1 or more is expected."),
            Seed = run.Get(_seed),
            DegreeOfParallelism = threads,
        };
        var parts = (run.Get(_clusters) ?? "").Split('-');
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        return numbers switch
        {
            [> 0 and var count] => new ClusterQuestion(count, 0, 0, options),
            [>= 2 and var fewest, var most] when most >= fewest => new ClusterQuestion(null, fewest, most, options),
            _ => throw CommandFailure.Usage($"--clusters {run.Get(_clusters)}: a number such as 5 is expected, or a range such as 2-8."),
        };
    }
}

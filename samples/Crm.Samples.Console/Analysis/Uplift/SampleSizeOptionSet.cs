using System.CommandLine;
using Crm.Analytics.Uplift;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>How large an experiment has to be: <c>--plan</c> with what is expected of it.</summary>
internal sealed class SampleSizeOptionSet
{
    private readonly Option<bool> _plan = new("--plan") { Description = "Say how many customers an experiment needs." };
    private readonly Option<double?> _rate = new("--rate") { Description = "With --plan: the share of the control group that buys." };
    private readonly Option<double?> _deviation = new("--deviation") { Description = "With --plan: the standard deviation of what one buys." };
    private readonly Option<double?> _difference = new("--difference") { Description = "With --plan: the least difference to show." };
    private readonly Option<double?> _correlation = new("--correlation") { Description = "With --plan --deviation: how the outcome goes with the past that it is adjusted by (0)." };
    private readonly Option<double?> _power = new("--power") { Description = "With --plan: the probability to show it (0.8)." };
    private readonly Option<double?> _control = new("--control-share") { Description = "With --plan: the share of customers in the control group (0.5)." };

    public IEnumerable<Symbol> All => [_plan, .. Numbers];

    private IEnumerable<Option<double?>> Numbers => [_rate, _deviation, _difference, _correlation, _power, _control];

    public bool IsAsked(Run run) => run.Get(_plan);

    public void RefuseOthers(Run run)
    {
        if (Numbers.FirstOrDefault(o => run.Get(o) is not null) is { } unused)
        {
            throw CommandFailure.Usage($"{unused.Name} needs --plan.");
        }
    }

    public SampleSizePlan Read(Run run, double level)
    {
        var (rate, deviation) = (run.Get(_rate), run.Get(_deviation));
        var difference = run.Get(_difference) ?? throw CommandFailure.Usage("--difference: a number is expected.");
        if (rate is null == deviation is null || (rate is not null && run.Get(_correlation) is not null))
        {
            throw CommandFailure.Usage("--plan takes --rate, or --deviation with or without --correlation.");
        }

        var options = new SampleSizeOptions { Level = level, Power = run.Get(_power) ?? 0.8, ControlShare = run.Get(_control) ?? 0.5 };
        try
        {
            return new SampleSizePlan(
                rate is { } known
                    ? SampleSize.ForProportions(known, difference, options)
                    : SampleSize.ForMeans(deviation!.Value, difference, run.Get(_correlation) ?? 0, options),
                options);
        }
        catch (ArgumentOutOfRangeException outside)
        {
            throw CommandFailure.Usage($"--plan: {outside.Message.ReplaceLineEndings(" ")}");
        }
    }
}

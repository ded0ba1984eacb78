using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using NodaTime;

namespace Crm.Samples.Console.Service;

/// <summary><c>crm staffing</c>.</summary>
internal static class StaffingCommand
{
    private static readonly Option<double> s_calls = new("--calls") { Description = "Contacts that arrive in the interval.", Required = true };
    private static readonly Option<string> s_interval = new("--interval") { Description = "The interval, such as 1800s or 30m.", Required = true };
    private static readonly Option<string> s_handling = new("--aht") { Description = "Average handling time of one contact, such as 240s.", Required = true };
    private static readonly Option<string> s_answer = new("--answer-within") { Description = "The time of the service level; 20s by default.", DefaultValueFactory = _ => "20s" };
    private static readonly Option<int?> s_agents = new("--agents") { Description = "Agents that answer." };
    private static readonly Option<double?> s_target = new("--target") { Description = "The service level to reach, such as 0.8." };
    private static readonly Option<double> s_shrinkage = new("--shrinkage") { Description = "Share of paid time in which agents are not there, such as 0.3." };
    private static readonly Option<double?> s_occupancy = new("--max-occupancy") { Description = "Greatest share of their time that agents may be busy, such as 0.85; with --target." };

    public static Command Create() => new Command("staffing", "How many agents a load needs, or what a number of agents achieves (Erlang C).")
        .With(s_calls, s_interval, s_handling, s_answer, s_agents, s_target, s_shrinkage, s_occupancy)
        .Does((run, _) =>
        {
            var figures = FiguresOf(run);
            run.Output.Write(
                new
                {
                    figures.TrafficErlangs, figures.ProbabilityOfWait, figures.ServiceLevel, figures.AsaSeconds, figures.Occupancy, figures.Agents, figures.Positions,
                    Stable = figures.IsStable, figures.MeanWaitOfThoseWhoWaitSeconds, figures.ImmediateAnswer, figures.ErlangB,
                },
                report => report.Fields(
                [
                    ("Traffic (Erlangs)", figures.TrafficErlangs),
                    ("Agents", figures.Agents),
                    ("Positions", figures.Positions),
                    ("Probability of wait", figures.ProbabilityOfWait),
                    ("Service level", figures.ServiceLevel),
                    ("Average speed of answer (s)", figures.AsaSeconds),
                    ("Mean wait of those who wait (s)", figures.MeanWaitOfThoseWhoWaitSeconds),
                    ("Occupancy", figures.Occupancy),
                    ("", figures.IsStable ? null : "The agents cannot do this work: contacts wait ever longer."),
                ]));
            return Task.CompletedTask;
        });

    private static StaffingFigures FiguresOf(Run run)
    {
        var within = DurationText.Parse(run.Get(s_answer)!, s_answer.Name);
        var (interval, handling) = (DurationText.Parse(run.Get(s_interval)!, s_interval.Name), DurationText.Parse(run.Get(s_handling)!, s_handling.Name));
        try
        {
            var load = new CallLoad(run.Get(s_calls), interval, handling);
            return (run.Get(s_agents), run.Get(s_target)) switch
            {
                ({ }, null) when run.Get(s_occupancy) is not null => throw CommandFailure.Usage("--max-occupancy goes with --target: it changes the number of agents."),
                ({ } agents, null) => Staffing.ErlangC(load, agents, within, run.Get(s_shrinkage)),
                (null, { } target) => Staffing.Required(load, TargetOf(run, target, within)),
                _ => throw CommandFailure.Usage("Either --agents N or --target SHARE is expected."),
            };
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw CommandFailure.Usage(wrong.Message.Split(" (Parameter")[0]);
        }
    }

    private static StaffingTarget TargetOf(Run run, double level, Duration within)
    {
        var target = new StaffingTarget(level, within) { Shrinkage = run.Get(s_shrinkage) };
        return run.Get(s_occupancy) is { } occupancy ? target with { MaxOccupancy = occupancy } : target;
    }
}

using System.CommandLine;
using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Queues;

/// <summary><c>crm queue metrics</c>.</summary>
internal static class QueueMetricsCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("QUEUE") { Description = QueueLookup.Keys };
        var from = new Option<string?>("--from") { Description = "An instant, or a day, which begins in UTC; a day ago by default." };
        var until = new Option<string?>("--until") { Description = "An instant, or a day, which ends in UTC; now by default." };
        var answer = new Option<string?>("--answer-within") { Description = "Another time of the service level than the queue's." };
        return new Command("metrics", "What became of the contacts of a queue, with every denominator.").With(key, from, until, answer).Does((run, token) =>
        {
            var (begins, ends) = (At(run.Get(from), from.Name, isBeginning: true), At(run.Get(until), until.Name, isBeginning: false));
            var within = run.Get(answer) is { } text ? DurationText.Parse(text, answer.Name) : (Duration?)null;
            return run.WithCrmAsync(
                async session =>
                {
                    var queue = await session.QueueAsync(run.Get(key), token);
                    var (start, end) = (begins ?? session.Now - Duration.FromDays(1), ends ?? session.Now + Duration.FromMilliseconds(1));
                    var totals = await session.Get<QueueMetrics>().TotalsAsync(queue.Id, start, end, within, token).OrFail();
                    var time = await session.Get<QueueMetrics>().AgentTimeAsync(null, start, end, null, token).OrFail();
                    run.Output.Write(
                        new
                        {
                            Queue = queue.Name, From = start, Until = end, totals.Offered, totals.Answered, totals.AnsweredInTime, totals.Abandoned, totals.ShortAbandoned, totals.Callbacks, totals.Handled,
                            totals.Transferred, totals.Resolvable, totals.FirstContactResolved,
                            ServiceLevel = new { OfAnswered = totals.ServiceLevelOfAnswered, OfEnded = totals.ServiceLevelOfEnded, OfOffered = totals.ServiceLevelOfOffered },
                            totals.AbandonmentRate, totals.AsaSeconds, totals.AhtSeconds, totals.TransferRate, totals.FirstContactResolution, time.Occupancy, time.Utilisation,
                        },
                        report => report.Heading(queue.Name).Fields(
                        [
                            ("Offered", totals.Offered), ("Answered", totals.Answered), ("In time", totals.AnsweredInTime), ("Abandoned", totals.Abandoned), ("of these at once", totals.ShortAbandoned),
                            ("Callbacks", totals.Callbacks), ("Handled", totals.Handled), ("Service level of answered", totals.ServiceLevelOfAnswered),
                            ("Service level of answered and abandoned", totals.ServiceLevelOfEnded), ("Service level of offered", totals.ServiceLevelOfOffered), ("Abandonment", totals.AbandonmentRate),
                            ("Average speed of answer (s)", totals.AsaSeconds), ("Average handling time (s)", totals.AhtSeconds), ("Transfers", totals.TransferRate),
                            ("First-contact resolution", totals.FirstContactResolution), ("Occupancy of all agents", time.Occupancy), ("Utilisation of all agents", time.Utilisation),
                        ]));
                },
                token);
        });
    }

    private static Instant? At(string? text, string option, bool isBeginning) => text is null ? null
        : Moments.Parse(text, DateTimeZone.Utc) is not { } at ? throw CommandFailure.Usage($"{option} {text}: an instant or a day is expected.")
        : text.Length == 10 && isBeginning ? at + Duration.FromMilliseconds(1) - Duration.FromDays(1)
        : at;
}

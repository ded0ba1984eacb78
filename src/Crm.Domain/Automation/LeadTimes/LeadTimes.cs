using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>
/// Measures how long processes take from an event to its answer, by step and team, as of any moment, and what a change of a process made of it.
/// Reads what is recorded anyway: the timelines of records, the log of cases, and the log of rules.
/// </summary>
/// <remarks>Scoped service, for staff. Time is elapsed time; promises in business time are those of service levels.</remarks>
[FrontDoor]
public sealed class LeadTimes(ILeadTimeQueries queries, IAutomationEvents events, AutomationOptions options, CrmActs acts)
{
    private const string Act = "automation.measure-lead-time";

    /// <summary>The processes of the areas in use, and those of the host.</summary>
    public IReadOnlyList<LeadTimeProcess> Processes => [.. LeadTimeProcess.BuiltIn.Concat(options.Processes).Where(p => events.Keeps(p.RecordKind))];

    /// <summary>Measures a process.</summary>
    /// <param name="process">Its name.</param>
    /// <param name="from">Beginnings from here on.</param>
    /// <param name="until">Beginnings before this.</param>
    /// <param name="asOf">What happened later is not known; now when null. The answer for a past moment stays the same.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The report; or <c>ActNotAllowed</c>, <c>LeadTimeProcessUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<LeadTimeReport>> MeasureAsync(string process, Instant from, Instant until, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<LeadTimeReport>(
            Act,
            async now =>
            {
                var (begin, end, moment) = (Guard.Storable(from), Guard.Storable(until), Guard.Storable(asOf ?? now));
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, begin, nameof(until));
                return Find(process) is { } found ? await ReportAsync(found, begin, end, moment, cancellationToken).ConfigureAwait(false) : Unknown(process);
            },
            cancellationToken);

    /// <summary>Compares a process before and after a change of it.</summary>
    /// <param name="process">Its name.</param>
    /// <param name="changedAt">When it was changed.</param>
    /// <param name="window">How long before and after to look.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Both reports; or <c>ActNotAllowed</c>, <c>LeadTimeProcessUnknown</c>, <c>InvalidValue</c> where the window after the change is not over.</returns>
    public Task<CrmResult<LeadTimeChange>> CompareAsync(string process, Instant changedAt, Duration window, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<LeadTimeChange>(
            Act,
            async now =>
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, Duration.Zero);
                if (changedAt + window > now)
                {
                    return acts.Errors.InvalidValue(nameof(window), "The window after the change is not over yet.");
                }

                return Find(process) is { } found
                    ? new LeadTimeChange(
                        await ReportAsync(found, changedAt - window, changedAt, changedAt, cancellationToken).ConfigureAwait(false),
                        await ReportAsync(found, changedAt, changedAt + window, changedAt + window, cancellationToken).ConfigureAwait(false))
                    : Unknown(process);
            },
            cancellationToken);

    private LeadTimeProcess? Find(string name) => Processes.FirstOrDefault(p => p.Name == name);

    private CrmError Unknown(string process) => acts.Errors.LeadTimeProcessUnknown(process, string.Join(", ", Processes.Select(p => p.Name)));

    private async Task<LeadTimeReport> ReportAsync(LeadTimeProcess process, Instant from, Instant until, Instant asOf, CancellationToken cancellationToken)
    {
        var steps = new List<LeadTimeRow>();
        foreach (var step in process.Steps)
        {
            steps.Add(await queries.MeasureAsync(process, step, from, until, asOf, cancellationToken).ConfigureAwait(false));
        }

        return new LeadTimeReport(process.Name, from, until, asOf, steps);
    }
}

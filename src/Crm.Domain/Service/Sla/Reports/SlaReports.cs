using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Says how promises were kept, as it stood at any instant.</summary>
/// <remarks>Scoped service, for staff. Changes nothing. Everything is reckoned from the logs of cases and the versions of policies and calendars,
/// none of which change, so that the same instant always gives the same figures.</remarks>
[FrontDoor]
public sealed class SlaReports(ICaseLogQueries logs, IServiceLevelBook book, ICaseTeamQueries teams, CrmActs acts)
{
    private const int AtOnce = 200;

    /// <summary>Counts the promises to the cases that were opened in a period: met, missed, running, paused, cancelled, and the business minutes that they took.</summary>
    /// <param name="criteria">Which cases, and as of when.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The report, or <c>ActNotAllowed</c>, <c>InvalidValue</c> where the period ends before it begins or the instant lies ahead.</returns>
    public Task<CrmResult<SlaComplianceReport>> ComplianceAsync(SlaComplianceCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.MakeAsync<SlaComplianceReport>(
            "service.report-compliance",
            async now =>
            {
                var asOf = criteria.AsOf ?? now;
                if (criteria.Until <= criteria.From)
                {
                    return acts.Errors.InvalidValue(nameof(criteria.Until), "The period ends before it begins.");
                }

                if (asOf > now)
                {
                    return acts.Errors.InvalidValue(nameof(criteria.AsOf), "The instant lies ahead.");
                }

                var (cases, claims) = (0, new List<SlaComplianceClaim>());
                var read = new CaseLogCriteria { Since = criteria.From, Before = criteria.Until, AsOf = asOf };
                for (var page = PageRequest.First with { Take = AtOnce }; ;)
                {
                    var found = await logs.ListAsync(read, page, cancellationToken).ConfigureAwait(false);
                    var opened = found.Items.Where(l => l.OpenedAt >= criteria.From && l.OpenedAt < criteria.Until && l.OpenedAt <= asOf).ToList();
                    cases += opened.Count;
                    claims.AddRange(await ClaimsAsync(opened, asOf, cancellationToken).ConfigureAwait(false));
                    if (found.Next is not { } next)
                    {
                        return new SlaComplianceReport(criteria.From, criteria.Until, asOf, cases, SlaComplianceReport.Count(claims));
                    }

                    page = page with { After = next };
                }
            },
            cancellationToken);
    }

    private async Task<IEnumerable<SlaComplianceClaim>> ClaimsAsync(List<CaseLog> opened, Instant asOf, CancellationToken cancellationToken)
    {
        var levels = await book.FindAsync([.. opened.SelectMany(l => l.Keys).Distinct()], cancellationToken).ConfigureAwait(false);
        var names = await teams.FindAsync([.. opened.Select(l => l.CaseId)], asOf, cancellationToken).ConfigureAwait(false);
        return opened.SelectMany(l => SlaComplianceClaims.Of(l, levels, asOf, names.GetValueOrDefault(l.CaseId)));
    }
}

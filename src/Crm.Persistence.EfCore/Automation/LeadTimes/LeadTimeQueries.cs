using System.Runtime.CompilerServices;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class LeadTimeQueries(CrmDb crm) : ILeadTimeQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Automation);

    public async Task<LeadTimeRow> MeasureAsync(LeadTimeProcess process, LeadTimeStep step, Instant from, Instant until, Instant asOf, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var sql = new LeadTimeSql(context, CrmDatabases.Of(context) == CrmDatabase.Sqlite, context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true ? _db.TenantScope : null, from, until, asOf);
        var spans = ReferenceEquals(process, LeadTimeProcess.Rules) ? sql.Rules() : sql.Spans(process, step);
        var total = await ReadAsync(sql.Figures(spans, byTeam: false), sql, cancellationToken).ConfigureAwait(false);
        var teams = await ReadAsync(sql.Figures(spans, byTeam: true), sql, cancellationToken).ConfigureAwait(false);
        return new LeadTimeRow(
            step.Name,
            total.Count == 0 ? new LeadTimeFigures(0, 0, null, null, null, null) : ToFigures(total[0]),
            [.. teams.OrderBy(t => t.Team is null).ThenBy(t => t.Team, StringComparer.Ordinal).Select(t => (t.Team, ToFigures(t)))]);
    }

    private Task<List<LeadTimeSqlRow>> ReadAsync(string text, LeadTimeSql sql, CancellationToken cancellationToken) =>
        _db.Context.Database.SqlQuery<LeadTimeSqlRow>(FormattableStringFactory.Create(text, [.. sql.Values])).ToListAsync(cancellationToken);

    private static LeadTimeFigures ToFigures(LeadTimeSqlRow row) => new(row.Begun, row.Ended, Seconds(row.Mean), Seconds(row.Median), Seconds(row.P90), Seconds(row.Longest));

    // Whole milliseconds, as far as SQLite counts.
    private static Duration? Seconds(double? seconds) => seconds is { } known ? Duration.FromMilliseconds((long)Math.Round(known * 1000)) : null;
}

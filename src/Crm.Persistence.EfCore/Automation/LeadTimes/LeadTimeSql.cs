using System.Globalization;
using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>
/// Writes the statements on lead times, which LINQ has no words for: differences of instants, and ranks. Names of tables are those of the
/// model; everything else is a parameter.
/// </summary>
internal sealed class LeadTimeSql(DbContext context, bool isSqlite, string? tenant, Instant from, Instant until, Instant asOf)
{
    private readonly List<object> _values = [];

    public IReadOnlyList<object> Values => _values;

    /// <summary>Team and seconds of everything that began: seconds are null while it is open.</summary>
    public string Spans(LeadTimeProcess process, LeadTimeStep step)
    {
        var (begun, known) = (Table<TimelineLink>(), At(asOf));
        var ends = step.Ends.Select(e => End(e, known)).ToList();
        var first = ends.Count == 1 ? ends[0] : $"(select min(x.t) from ({string.Join(" union all ", ends.Select(e => $"select {e} as t"))}) x)";
        return $"""
            select b."Team" as "Team", {Seconds("b.ended", "b.t")} as x
            from (
                select e.*, {first} as ended, {Team(process.RecordKind, known)} as "Team"
                from (
                    select l."SubjectId" as s, l."At" as t from {begun} l
                    where l."SubjectKind" = {Value(process.RecordKind)} and {Is(process.Begins, "l")} and l."At" >= {At(from)} and l."At" < {At(until)} and l."At" <= {known}{OfTenant("l")}
                ) e
            ) b
            """;
    }

    /// <summary>Rule and seconds from each event to what was done about it; what did not apply did not begin.</summary>
    public string Rules() => $"""
        select r."RuleKey" as "Team", case when r."Status" = {Value(nameof(RuleRunStatus.Done))} and r."EndedAt" <= {At(asOf)} then {Seconds("r.\"EndedAt\"", "r.\"EventAt\"")} end as x
        from {Table<RuleRun>()} r
        where r."EventAt" >= {At(from)} and r."EventAt" < {At(until)} and r."EventAt" <= {At(asOf)} and r."Status" in ({Value(nameof(RuleRunStatus.Done))}, {Value(nameof(RuleRunStatus.Waiting))}, {Value(nameof(RuleRunStatus.Parked))}){OfTenant("r")}
        """;

    /// <summary>Counts, mean, median, nearest rank of nine tenths, and maximum, of everybody or of each team.</summary>
    public string Figures(string spans, bool byTeam)
    {
        var partition = byTeam ? "partition by s.\"Team\" " : string.Empty;
        return $"""
            select {(byTeam ? "r.\"Team\"" : "cast(null as varchar(100))")} as "Team", count(*) as "Begun", count(r.x) as "Ended", {Number("avg(r.x)")} as "Mean",
                {Number("avg(case when r.place in ((r.n + 1) / 2, (r.n + 2) / 2) then r.x end)")} as "Median",
                {Number("min(case when r.place >= (9 * r.n + 9) / 10 then r.x end)")} as "P90", {Number("max(r.x)")} as "Longest"
            from (
                select s.*, row_number() over ({partition}order by case when s.x is null then 1 else 0 end, s.x) as place, count(s.x) over ({(byTeam ? "partition by s.\"Team\"" : string.Empty)}) as n
                from ({spans}) s
            ) r
            {(byTeam ? "group by r.\"Team\"" : string.Empty)}
            """;
    }

    // The first end after the beginning that was known at the moment.
    private string End(LeadTimeEvent end, string known) => end.Kind is LeadTimeEvent.CaseResolved or LeadTimeEvent.CaseClosed
        ? $"""(select min(a."At") from {Table<CaseLogEntry>()} a where a."CaseId" = e.s and a."At" >= e.t and a."At" <= {known} and a."Category" = {Value(end.Kind == LeadTimeEvent.CaseResolved ? nameof(CaseCategory.Resolved) : nameof(CaseCategory.Closed))})"""
        : $"""(select min(a."At") from {Table<TimelineLink>()} a where a."SubjectId" = e.s and a."At" >= e.t and a."At" <= {known} and {Is(end, "a")})""";

    private string Is(LeadTimeEvent happened, string alias) => $"{alias}.\"Kind\" = {Value(happened.Kind)}"
        + (happened.Direction is { } direction ? $" and {alias}.\"Direction\" = {Value(direction.ToString())}" : string.Empty);

    private string Team(string kind, string known) => kind switch
    {
        SubjectKinds.Case => $"""(select q."Name" from {Table<WorkItem>()} w join {Table<WorkQueue>()} q on q."Id" = w."QueueId" where w."CaseId" = e.s and w."EnqueuedAt" <= {known} order by w."EnqueuedAt" desc, w."Id" desc limit 1)""",
        SubjectKinds.Opportunity => $"""(select o."TeamId" from {Table<Opportunity>()} o where o."Id" = e.s)""",
        SubjectKinds.Lead => $"""(select q."Name" from {Table<Lead>()} l join {Table<LeadQueue>()} q on q."Id" = l."QueueId" where l."Id" = e.s)""",
        SubjectKinds.Customer => $"""(select c."TeamId" from {Table<Customer>()} c where c."Id" = e.s)""",
        _ => "cast(null as varchar(100))",
    };

    private string Seconds(string end, string begin) => isSqlite
        ? $"(unixepoch({end}, 'subsec') - unixepoch({begin}, 'subsec'))"
        : $"cast(extract(epoch from ({end} - {begin})) as double precision)";

    private string Number(string expression) => isSqlite ? expression : $"cast({expression} as double precision)";

    private string OfTenant(string alias) => tenant is null ? string.Empty : $" and {alias}.\"{CrmAnnotations.TenantId}\" = {Value(tenant)}";

    private string Table<T>() => SqlName.OfTable(context, typeof(T));

    private string At(Instant at) => Value(at.ToDateTimeUtc());

    private string Value(object value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{_values.Count - 1}}}");
    }
}

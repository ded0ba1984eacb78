using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>
/// The temporary tables of one refresh: customers that were touched, customers to ask of for one segment, those of them for whom
/// the criteria hold, and what changes in which segment. They last as long as the transaction, and nobody else sees them.
/// </summary>
internal sealed class SegmentTables
{
    public const string Touched = "crm_seg_touched";
    public const string Candidates = "crm_seg_candidates";
    public const string Matching = "crm_seg_matching";
    public const string Changes = "crm_seg_changes";

    private readonly DbContext _context;
    private readonly bool _isPostgres;
    private readonly string _stays;
    private readonly string _touches;
    private readonly string _ofTenant;
    private readonly string? _tenant;

    public SegmentTables(DbContext context)
    {
        _context = context;
        var database = CrmDatabases.Of(context);
        _isPostgres = database switch
        {
            CrmDatabase.PostgreSql => true,
            CrmDatabase.Sqlite => false,
            _ => throw new InvalidOperationException("Segments are refreshed on SQLite and PostgreSQL; this is another database."),
        };
        (_stays, _touches) = (SqlName.OfTable(context, typeof(SegmentMembership)), SqlName.OfTable(context, typeof(SegmentTouch)));
        var isTenanted = context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true;
        (_tenant, _ofTenant) = (isTenanted ? ((ICrmDbContext)context).CrmTenantId : null, isTenanted ? $" and m.\"{CrmAnnotations.TenantId}\" = @tenant" : string.Empty);
    }

    public string NameOf(string table) => (_isPostgres ? "pg_temp." : "temp.") + table;

    /// <summary>A new id that sorts by its moment, for each row of a set.</summary>
    public string NewId(Instant moment)
    {
        var hex = moment.ToUnixTimeMilliseconds().ToString("X12", CultureInfo.InvariantCulture);
        var prefix = $"'{hex[..8]}-{hex[8..]}-7'";
        return _isPostgres
            ? $"({prefix} || substr(gen_random_uuid()::text, 16))::uuid"
            : $"({prefix} || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";
    }

    /// <summary>An id as JSON writes it.</summary>
    public string TextOf(string id) => _isPostgres ? $"{id}::text" : $"lower({id})";

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var (id, end) = _isPostgres ? ("uuid", " on commit drop") : ("text", " without rowid");
        foreach (var table in new[] { Touched, Candidates, Matching })
        {
            await RunAsync($"create temp table if not exists {table} (id {id} primary key){end}", cancellationToken).ConfigureAwait(false);
            await RunAsync($"delete from {NameOf(table)}", cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(
            $"create temp table if not exists {Changes} (segment text, stay {id}, customer {id}, entered integer, reason text){(_isPostgres ? end : string.Empty)}", cancellationToken).ConfigureAwait(false);
        await RunAsync($"delete from {NameOf(Changes)}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes the notes of touched customers. Whatever was noted was committed before, so statements that follow see it; what is
    /// noted later stays for the next refresh.
    /// </summary>
    /// <returns>How many customers; null where there are more than that, or more than were named.</returns>
    public async Task<int?> TakeTouchesAsync(int most, CancellationToken cancellationToken)
    {
        var noted = _context.Set<SegmentTouch>().AsNoTracking();
        var isTooMany = await noted.AnyAsync(t => t.CustomerId == null, cancellationToken).ConfigureAwait(false)
            || await noted.Take(most + 1).CountAsync(cancellationToken).ConfigureAwait(false) > most;
        if (isTooMany)
        {
            await Of($"delete from {_touches} as m where true{_ofTenant}").RunAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }

        await SetCommand.Around(_context, noted.Select(t => t.Id), sql => $"insert into {NameOf(Matching)} select * from ({sql}) as q").RunAsync(cancellationToken).ConfigureAwait(false);
        await RunAsync(
            $"insert into {NameOf(Touched)} select distinct \"CustomerId\" from {_touches} where \"CustomerId\" is not null and \"Id\" in (select id from {NameOf(Matching)})", cancellationToken).ConfigureAwait(false);
        await RunAsync($"delete from {_touches} where \"Id\" in (select id from {NameOf(Matching)})", cancellationToken).ConfigureAwait(false);
        await RunAsync($"delete from {NameOf(Matching)}", cancellationToken).ConfigureAwait(false);
        return await CountAsync(Touched, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins the candidates of a segment: touched customers, and whoever changed in the segments that it names.</summary>
    public async Task BeginCandidatesAsync(IReadOnlyCollection<string> named, CancellationToken cancellationToken)
    {
        await RunAsync($"delete from {NameOf(Candidates)}", cancellationToken).ConfigureAwait(false);
        await RunAsync($"insert into {NameOf(Candidates)} select id from {NameOf(Touched)}", cancellationToken).ConfigureAwait(false);
        foreach (var key in named)
        {
            await Of($"insert into {NameOf(Candidates)} select customer from {NameOf(Changes)} where segment = @key on conflict do nothing").With("@key", key).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task AddCandidatesAsync(IQueryable<CustomerId> customers, CancellationToken cancellationToken) => SetCommand.Around(
        _context, customers, sql => $"insert into {NameOf(Candidates)} select * from ({sql}) as q where true on conflict do nothing").RunAsync(cancellationToken);

    public async Task<int> CountCandidatesAsync(CancellationToken cancellationToken)
    {
        await AnalyzeAsync(Candidates, cancellationToken).ConfigureAwait(false);
        return await CountAsync(Candidates, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds for whom the criteria hold, and what that changes.</summary>
    public async Task CompareAsync(string key, IQueryable<CustomerId> holding, bool ofCandidates, Instant moment, CancellationToken cancellationToken)
    {
        await RunAsync($"delete from {NameOf(Matching)}", cancellationToken).ConfigureAwait(false);
        await SetCommand.Around(
            _context,
            holding,
            sql => $"insert into {NameOf(Matching)} select q.\"Id\" from ({sql}) as q{(ofCandidates ? $" where q.\"Id\" in (select id from {NameOf(Candidates)})" : string.Empty)}")
            .RunAsync(cancellationToken).ConfigureAwait(false);
        await AnalyzeAsync(Matching, cancellationToken).ConfigureAwait(false);
        var stay = $"m.\"SegmentKey\" = @key and m.\"IsCurrent\" = @true{_ofTenant}";
        var from = ofCandidates ? $"{NameOf(Candidates)} as c join {_stays} as m on m.\"CustomerId\" = c.id" : $"{_stays} as m";
        await ChangeAsync(
            $"select @key, m.\"Id\", m.\"CustomerId\", 0, @reason from {from} where {stay} and not exists (select 1 from {NameOf(Matching)} as x where x.id = m.\"CustomerId\")",
            key, SegmentReason.Criteria, cancellationToken).ConfigureAwait(false);
        await ChangeAsync(
            $"select @key, {NewId(moment)}, x.id, 1, @reason from {NameOf(Matching)} as x where not exists (select 1 from {_stays} as m where {stay} and m.\"CustomerId\" = x.id)",
            key, SegmentReason.Criteria, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes that some of those who leave do so for another reason.</summary>
    public Task<int> BecauseAsync<T>(string key, SegmentReason reason, IQueryable<T> customers, CancellationToken cancellationToken) => SetCommand.Around(
        _context, customers, sql => $"update {NameOf(Changes)} set reason = @reason where segment = @key and entered = 0 and customer in ({sql})")
        .With("@reason", reason.ToString()).With("@key", key).RunAsync(cancellationToken);

    /// <summary>Lets customers leave whatever segment they are in.</summary>
    /// <returns>The keys of the segments.</returns>
    public async Task<IReadOnlyList<string>> LeaveAllAsync(IQueryable<CustomerId> customers, bool ofTouched, SegmentReason reason, CancellationToken cancellationToken)
    {
        var among = ofTouched ? $" and m.\"CustomerId\" in (select id from {NameOf(Touched)})" : string.Empty;
        var command = SetCommand.Around(
            _context,
            customers,
            sql => $"insert into {NameOf(Changes)} select m.\"SegmentKey\", m.\"Id\", m.\"CustomerId\", 0, @reason from {_stays} as m where m.\"IsCurrent\" = @true{_ofTenant}{among} and m.\"CustomerId\" in ({sql})")
            .With("@reason", reason.ToString()).With("@true", true);
        return await WithTenant(command).RunAsync(cancellationToken).ConfigureAwait(false) == 0 ? []
            : await Of($"select distinct segment from {NameOf(Changes)} order by segment").TextsAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<int> ChangeAsync(string select, string key, SegmentReason reason, CancellationToken cancellationToken) =>
        WithTenant(SetCommand.Of(_context, $"insert into {NameOf(Changes)} {select}").With("@key", key).With("@true", true).With("@reason", reason.ToString())).RunAsync(cancellationToken);

    private SetCommand Of(string text) => WithTenant(SetCommand.Of(_context, text));

    // Some databases refuse parameters that a statement does not name.
    private SetCommand WithTenant(SetCommand command) => _tenant is null || !command.Names("@tenant") ? command : command.With("@tenant", _tenant);

    private Task<int> RunAsync(string text, CancellationToken cancellationToken) => SetCommand.Of(_context, text).RunAsync(cancellationToken);

    private async Task<int> CountAsync(string table, CancellationToken cancellationToken) =>
        Convert.ToInt32(await SetCommand.Of(_context, $"select count(*) from {NameOf(table)}").ReadAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);

    // Without it PostgreSQL takes a temporary table for one of some thousand rows.
    private Task AnalyzeAsync(string table, CancellationToken cancellationToken) => _isPostgres ? RunAsync($"analyze {NameOf(table)}", cancellationToken) : Task.CompletedTask;
}

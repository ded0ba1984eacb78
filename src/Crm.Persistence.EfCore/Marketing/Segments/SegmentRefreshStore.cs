using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentRefreshStore(
    CrmDb crm, CustomerFieldCatalogue catalogue, ICustomFieldQueries customFields, IBusinessZone zone, SegmentChanges changes, CrmErrorDescriber errors) : ISegmentRefreshStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private IQueryable<Customer> Customers => Db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<CrmResult<int>> CountAsync(Criterion criterion, Instant now, CancellationToken cancellationToken)
    {
        var fields = CatalogueOf(new CustomerSource(Db.Context, AskedOf.All), await FieldsAsync([criterion], cancellationToken).ConfigureAwait(false), criterion);
        var compiled = fields.Compile(criterion, new CriteriaMoment(now, zone.Zone), errors);
        return compiled.TryGetValue(out var holds)
            ? await Usable(now).Where(holds).CountAsync(cancellationToken).ConfigureAwait(false)
            : CrmResult<int>.Failed(compiled.Errors);
    }

    public Task TouchAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) => CustomerTouches.WriteAsync(Db.Context, [.. ids.Distinct()], cancellationToken);

    public async Task<SegmentRefreshResult> RefreshAsync(Instant now, int mostTouched, Func<string, bool>? anew, CancellationToken cancellationToken)
    {
        var context = Db.Context;
        await DatabaseLocks.HoldAllAsync(context, [DatabaseLocks.NameOf($"segments\n{Db.TenantScope}")], cancellationToken).ConfigureAwait(false);
        var segments = (await context.Set<Segment>().AsNoTracking().AsSplitQuery().Where(s => s.Kind == SegmentKind.Dynamic && s.ArchivedAt == null)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(s => s.Key, StringComparer.Ordinal);
        var progress = await context.Set<SegmentProgress>().AsNoTracking().ToDictionaryAsync(p => p.SegmentId, cancellationToken).ConfigureAwait(false);
        var moment = progress.Values.Select(p => p.Moment).Append(now).Max();
        var criteria = segments.Values.ToDictionary(s => s.Key, s => Criterion.Parse(s.Criteria!, errors).Value, StringComparer.Ordinal);
        var fields = await FieldsAsync(criteria.Values, cancellationToken).ConfigureAwait(false);
        var named = criteria.ToDictionary(c => c.Key, c => SegmentReferences.Of(c.Value), StringComparer.Ordinal);
        var (order, circular) = SegmentReferences.Order(named);

        var tables = new SegmentTables(context);
        await tables.BeginAsync(cancellationToken).ConfigureAwait(false);
        var touched = await tables.TakeTouchesAsync(mostTouched, cancellationToken).ConfigureAwait(false);
        await EraseAsync(tables, touched is not null, moment, cancellationToken).ConfigureAwait(false);
        var outcomes = new List<SegmentOutcome>();
        foreach (var key in order)
        {
            var (segment, known) = (segments[key], progress.GetValueOrDefault(segments[key].Id));
            var isAnew = touched is null || anew?.Invoke(key) == true || known is not { Problem: null } || known.Epoch != segment.Epoch || known.Zone != zone.Zone.Id;
            var outcome = await RefreshAsync(tables, segment, criteria[key], named[key], fields, isAnew ? null : known!.Moment, moment, cancellationToken).ConfigureAwait(false);
            await NoteAsync(segment, outcome, moment, cancellationToken).ConfigureAwait(false);
            outcomes.Add(outcome);
        }

        foreach (var key in circular)
        {
            var outcome = new SegmentOutcome(key, SegmentRefreshMode.Rebuild, null, 0, 0) { Problem = Say(errors.SegmentNamesItself(key, string.Join(", ", circular))) };
            await NoteAsync(segments[key], outcome, moment, cancellationToken).ConfigureAwait(false);
            outcomes.Add(outcome);
        }

        return new(moment, touched, outcomes);
    }

    private static string Say(CrmError error) => $"{error.Code}: {error.Message}";

    // Since null stands for asking of everybody.
    private async Task<SegmentOutcome> RefreshAsync(
        SegmentTables tables, Segment segment, Criterion criterion, IReadOnlySet<string> named, IReadOnlyList<CustomField> fields, Instant? since, Instant moment,
        CancellationToken cancellationToken)
    {
        var (context, to, mode) = (Db.Context, new CriteriaMoment(moment, zone.Zone), since is null ? SegmentRefreshMode.Rebuild : SegmentRefreshMode.Update);
        var compiled = CatalogueOf(new CustomerSource(context, since is null ? AskedOf.All : AskedOf.Few), fields, criterion).Compile(criterion, to, errors);
        if (!compiled.TryGetValue(out var holds))
        {
            return new(segment.Key, mode, null, 0, 0) { Problem = Say(compiled.Errors[0]) };
        }

        int? asked = null;
        if (since is { } before)
        {
            await tables.BeginCandidatesAsync(named, cancellationToken).ConfigureAwait(false);
            if (before < moment)
            {
                foreach (var drift in CatalogueOf(new CustomerSource(context), fields, criterion).CompileDrift(criterion, new CriteriaMoment(before, zone.Zone), to))
                {
                    await tables.AddCandidatesAsync(Customers.Where(drift).Select(c => c.Id), cancellationToken).ConfigureAwait(false);
                }

                await tables.AddCandidatesAsync(
                    context.Set<PrivacyMeasure>().Where(m => m.Kind == PrivacyMeasureKind.Restriction && m.Until > before && m.Until <= moment).Select(m => m.CustomerId), cancellationToken).ConfigureAwait(false);
            }

            asked = await tables.CountCandidatesAsync(cancellationToken).ConfigureAwait(false);
            if (asked == 0)
            {
                return new(segment.Key, mode, 0, 0, 0);
            }
        }

        await tables.CompareAsync(segment.Key, Usable(moment).Where(holds).Select(c => c.Id), since is not null, moment, cancellationToken).ConfigureAwait(false);
        var restricted = await tables.BecauseAsync(segment.Key, SegmentReason.Restriction, Restricted(moment).Select(m => m.CustomerId), cancellationToken).ConfigureAwait(false);
        var one = (segment.Id, segment.Key, segment.AnnouncesMembers);
        var left = await changes.LeaveAsync(context, tables, one, segment.Number, SegmentReason.Criteria, moment, cancellationToken).ConfigureAwait(false);
        if (restricted > 0)
        {
            left += await changes.LeaveAsync(context, tables, one, null, SegmentReason.Restriction, moment, cancellationToken).ConfigureAwait(false);
        }

        var entered = await changes.EnterAsync(context, tables, one, segment.Number, moment, cancellationToken).ConfigureAwait(false);
        return new(segment.Key, mode, asked, entered, left);
    }

    // Lists too: nobody is left in a group whose data were erased.
    private async Task EraseAsync(SegmentTables tables, bool ofTouched, Instant moment, CancellationToken cancellationToken)
    {
        var context = Db.Context;
        var keys = await tables.LeaveAllAsync(Customers.Where(c => c.ErasedAt != null).Select(c => c.Id), ofTouched, SegmentReason.Erasure, cancellationToken).ConfigureAwait(false);
        foreach (var segment in keys.Count == 0 ? [] : await context.Set<Segment>().IgnoreAutoIncludes().AsNoTracking().Where(s => keys.Contains(s.Key))
            .Select(s => new { s.Id, s.Key, s.AnnouncesMembers }).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            await changes.LeaveAsync(context, tables, (segment.Id, segment.Key, segment.AnnouncesMembers), null, SegmentReason.Erasure, moment, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task NoteAsync(Segment segment, SegmentOutcome outcome, Instant moment, CancellationToken cancellationToken)
    {
        var context = Db.Context;
        await context.Set<SegmentProgress>().Where(p => p.SegmentId == segment.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var problem = outcome.Problem is { Length: > SegmentProgress.MaxProblemLength } longer ? longer[..SegmentProgress.MaxProblemLength] : outcome.Problem;
        await BulkInsert.WriteAsync<SegmentProgress>(
            context, [new() { SegmentId = segment.Id, Epoch = segment.Epoch, Moment = moment, Zone = zone.Zone.Id, Problem = problem }], cancellationToken).ConfigureAwait(false);
        if (problem is null && (outcome.Mode == SegmentRefreshMode.Rebuild || outcome.Entered + outcome.Left > 0))
        {
            context.Add(new SegmentRun(SegmentRunId.New(moment), segment.Id, segment.Key, segment.Number, outcome, moment));
        }
    }

    private FieldCatalogue<Customer> CatalogueOf(ICriteriaSource source, IReadOnlyList<CustomField> fields, Criterion criterion) => catalogue.For(source, fields, criterion);

    private async Task<IReadOnlyList<CustomField>> FieldsAsync(IEnumerable<Criterion> criteria, CancellationToken cancellationToken) => criteria.Any(CustomerFieldCatalogue.NamesCustomFields)
        ? await customFields.TypesAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false)
        : [];

    private IQueryable<PrivacyMeasure> Restricted(Instant now) =>
        Db.Context.Set<PrivacyMeasure>().Where(IsRestriction(now));

    private static Expression<Func<PrivacyMeasure, bool>> IsRestriction(Instant now) =>
        m => m.Kind == PrivacyMeasureKind.Restriction && m.LiftedAt == null && (m.Until == null || m.Until > now);

    // Whoever was erased or is restricted is in no segment.
    private IQueryable<Customer> Usable(Instant now) =>
        Customers.Where(c => c.ErasedAt == null).Where(new CustomerRows<PrivacyMeasure>(Db.Context).None(IsRestriction(now)));
}

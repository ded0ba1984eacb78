using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Makes and changes segments: dynamic ones with criteria, and static lists.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.
/// Members of a dynamic segment follow at the next refresh; see <see cref="SegmentRefresh"/>.</remarks>
[FrontDoor]
public sealed class Segments(ISegmentStore store, ISegmentRefreshStore members, CustomerSegments customers, CrmActs acts)
{
    /// <summary>Makes a segment. Criteria that can be seen never to hold are taken, with a warning.</summary>
    /// <param name="draft">What it is.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The segment; or <c>ActNotAllowed</c>, <c>SegmentAlreadyDefined</c>, <c>InvalidValue</c>, <c>SegmentNotFound</c> or
    /// <c>SegmentNamesItself</c> for segments that the criteria name, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<SavedSegment>> CreateAsync(SegmentDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return acts.MakeAsync<SavedSegment>(
            "marketing.create-segment",
            async now =>
            {
                var segment = new Segment(SegmentId.New(now), draft.Key, draft.Name, draft.Criteria, acts.Gate.Actor, now);
                if (draft.Description is not null || !draft.AnnouncesMembers)
                {
                    segment.Describe(draft.Name, draft.Description, draft.AnnouncesMembers, now);
                }

                if (await store.FindAsync(draft.Key, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.SegmentAlreadyDefined(draft.Key);
                }

                var check = await CheckAsync(draft.Key, draft.Criteria, cancellationToken).ConfigureAwait(false);
                if (!check.TryGetValue(out var contradictions))
                {
                    return CrmResult<SavedSegment>.Failed(check.Errors);
                }

                store.Add(segment);
                return Of(segment, contradictions);
            },
            cancellationToken);
    }

    /// <summary>Describes a segment otherwise.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="description">What it is for; null for nothing.</param>
    /// <param name="announcesMembers">Whether every customer that comes or leaves by criteria is an event.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The segment; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentIsArchived</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SavedSegment>> DescribeAsync(
        string key, string name, string? description = null, bool announcesMembers = true, CancellationToken cancellationToken = default) =>
        ChangeAsync("marketing.describe-segment", key, s => s.CanDescribe(), (s, now) => s.Describe(name, description, announcesMembers, now), [], cancellationToken);

    /// <summary>Gives a dynamic segment other criteria: a version more.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="criteria">The criteria.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The segment; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentIsStatic</c>, <c>SegmentIsArchived</c>,
    /// <c>SegmentNamesItself</c>, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<SavedSegment>> ChangeCriteriaAsync(string key, Criterion criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.MakeAsync<SavedSegment>(
            "marketing.change-segment",
            async now =>
            {
                if (await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } segment)
                {
                    return acts.Errors.SegmentNotFound(key);
                }

                if (segment.CanChangeCriteria() is { IsPermitted: false } refused)
                {
                    return refused.ToError(acts.Errors);
                }

                var check = await CheckAsync(key, criteria, cancellationToken).ConfigureAwait(false);
                if (!check.TryGetValue(out var contradictions))
                {
                    return CrmResult<SavedSegment>.Failed(check.Errors);
                }

                segment.ChangeCriteria(criteria, acts.Gate.Actor, now);
                return Of(segment, contradictions);
            },
            cancellationToken);
    }

    /// <summary>Takes a segment out of use. Its members stay as they are.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The segment; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentIsArchived</c>, <c>SegmentInUse</c> while others name it.</returns>
    public async Task<CrmResult<SavedSegment>> ArchiveAsync(string key, CancellationToken cancellationToken = default)
    {
        const string Act = "marketing.archive-segment";
        var others = (await NamedAsync(cancellationToken).ConfigureAwait(false)).Where(s => s.Value.Contains(key)).Select(s => s.Key).Order(StringComparer.Ordinal).ToList();
        return others.Count > 0 && acts.Gate.MayAct(Act)
            ? acts.Errors.SegmentInUse(key, string.Join(", ", others))
            : await ChangeAsync(Act, key, s => s.CanArchive(), (s, now) => s.Archive(now), [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a segment into use again. The members of a dynamic one are found anew at the next refresh.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The segment; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentNotArchived</c>, or what <see cref="CreateAsync"/> refuses of its criteria.</returns>
    public Task<CrmResult<SavedSegment>> RestoreAsync(string key, CancellationToken cancellationToken = default) => acts.MakeAsync<SavedSegment>(
        "marketing.restore-segment",
        async now =>
        {
            if (await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } segment)
            {
                return acts.Errors.SegmentNotFound(key);
            }

            if (segment.CanRestore() is { IsPermitted: false } refused)
            {
                return refused.ToError(acts.Errors);
            }

            var check = await CheckAsync(key, segment.Criteria is { } json ? Criterion.Parse(json, acts.Errors).Value : null, cancellationToken).ConfigureAwait(false);
            if (!check.TryGetValue(out var contradictions))
            {
                return CrmResult<SavedSegment>.Failed(check.Errors);
            }

            segment.Restore(now);
            return Of(segment, contradictions);
        },
        cancellationToken);

    /// <summary>Says what a segment with these criteria would hold now.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many customers, without those whose data were erased or restricted; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, or
    /// what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    public Task<CrmResult<SegmentPreview>> PreviewAsync(Criterion criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.MakeAsync<SegmentPreview>(
            "marketing.preview-segment",
            async now =>
            {
                var check = await CheckAsync(null, criteria, cancellationToken).ConfigureAwait(false);
                if (!check.TryGetValue(out var contradictions))
                {
                    return CrmResult<SegmentPreview>.Failed(check.Errors);
                }

                var counted = await members.CountAsync(criteria, now, cancellationToken).ConfigureAwait(false);
                return counted.TryGetValue(out var count) ? new SegmentPreview(count, contradictions) : CrmResult<SegmentPreview>.Failed(counted.Errors);
            },
            cancellationToken);
    }

    private static SavedSegment Of(Segment segment, IReadOnlyList<string> contradictions) => new(segment.Id, segment.Key, segment.Number) { Contradictions = contradictions };

    // Fields, values and segments that criteria name; and whether the segment would follow from itself.
    private async Task<CrmResult<IReadOnlyList<string>>> CheckAsync(string? key, Criterion? criteria, CancellationToken cancellationToken)
    {
        if (criteria is null)
        {
            return Array.Empty<string>();
        }

        var check = await customers.CheckAsync(criteria, cancellationToken).ConfigureAwait(false);
        if (!check.Succeeded)
        {
            return check;
        }

        var (inUse, wanted) = (await NamedAsync(cancellationToken).ConfigureAwait(false), SegmentReferences.Of(criteria));
        if (wanted.Where(w => w != key && !inUse.ContainsKey(w)).Order(StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            return acts.Errors.SegmentNotFound(missing);
        }

        if (key is null)
        {
            return check;
        }

        inUse[key] = wanted;
        var circular = SegmentReferences.Order(inUse).Circular;
        return circular.Contains(key) ? acts.Errors.SegmentNamesItself(key, string.Join(", ", circular)) : check;
    }

    private async Task<Dictionary<string, IReadOnlySet<string>>> NamedAsync(CancellationToken cancellationToken) =>
        (await store.InUseAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(
            s => s.Key,
            s => s.Value is { } json && Criterion.Parse(json, acts.Errors).TryGetValue(out var criteria) ? SegmentReferences.Of(criteria) : new HashSet<string>(StringComparer.Ordinal),
            StringComparer.Ordinal);

    private async Task<CrmResult<SavedSegment>> ChangeAsync(
        string act, string key, Func<Segment, CrmRuling> may, Action<Segment, NodaTime.Instant> change, IReadOnlyList<string> contradictions, CancellationToken cancellationToken)
    {
        var changed = await acts.ChangeAsync(act, store.FindAsync(key, cancellationToken), e => e.SegmentNotFound(key), null, may, change, cancellationToken).ConfigureAwait(false);
        return changed.TryGetValue(out var segment) ? Of(segment, contradictions) : CrmResult<SavedSegment>.Failed(changed.Errors);
    }
}

using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Adds the audit, timeline and outbox rows of everything of ours that a save is about to write.</summary>
internal sealed class SaveRecorder(RowFactory rows, IClock clock, CrmPersistenceSettings settings, FieldGuard fields)
{
    public SavePass? Record(DbContext context)
    {
        var changed = Changed(context);
        if (changed.Count == 0)
        {
            return null;
        }

        var scope = (context as ICrmDbContext)?.CrmScope
            ?? throw new InvalidOperationException(
                "CRM rows are saved without a CrmScope, so nobody could tell who did it. Set it through CrmScopeAccessor, ICrmScopeFactory, AddCrm().UseScope(…), or the context's CrmScope property.");
        TenantGuard.Check(context, changed, scope);
        var drafts = Drafts(context, changed.FindAll(e => e.Metadata.FindAnnotation(CrmAnnotations.Unaudited) is null));
        fields.Check(scope, drafts);
        var now = clock.GetCurrentInstant().ToMicroseconds();
        var pass = new SavePass();
        foreach (var draft in drafts)
        {
            Add(pass, draft, scope, now);
        }

        pass.Rows.AddRange(CustomerTouches.Of(context, changed));
        context.AddRange(pass.Rows);
        return pass;
    }

    private static List<EntityEntry> Changed(DbContext context) =>
    [
        .. context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsOurs(e)),
    ];

    private static Dictionary<Guid, AuditDraft>.ValueCollection Drafts(DbContext context, List<EntityEntry> changed)
    {
        var drafts = new Dictionary<Guid, AuditDraft>();
        foreach (var entry in changed)
        {
            var id = RootIdOf(entry);
            if (!drafts.TryGetValue(id, out var draft))
            {
                drafts.Add(id, draft = new AuditDraft(id));
            }

            draft.Add(entry);
        }

        // A host can change a column of its own on a part without any act of the root.
        foreach (var entry in changed.Where(e => drafts[RootIdOf(e)].AggregateType is null))
        {
            var id = RootIdOf(entry);
            var root = context.ChangeTracker.Entries<IAggregateRoot>().FirstOrDefault(r => r.Entity.AggregateId == id);
            drafts[id].Belongs(root?.Entity, (root?.Metadata ?? entry.Metadata.GetForeignKeys().First().PrincipalEntityType).ClrType.Name);
        }

        return drafts.Values;
    }

    /// <summary>Whether an entry is an aggregate or a part of one.</summary>
    public static bool IsOurs(EntityEntry entry) => entry.Entity is IAggregateRoot || entry.Metadata.FindAnnotation(CrmAnnotations.RootKey) is not null;

    /// <summary>The id of the aggregate that an entry belongs to.</summary>
    public static Guid RootIdOf(EntityEntry entry)
    {
        if (entry.Entity is IAggregateRoot root)
        {
            return root.AggregateId;
        }

        var key = (string)entry.Metadata.FindAnnotation(CrmAnnotations.RootKey)!.Value!;
        return ((ICrmId)entry.Property(key).CurrentValue!).Value;
    }

    private void Add(SavePass pass, AuditDraft draft, CrmScope scope, Instant now)
    {
        var events = draft.Root?.PendingEvents ?? [];
        var type = draft.AggregateType!;
        pass.Rows.Add(RowFactory.Audit(
            scope, now, type, draft.AggregateId, draft.Root?.Version ?? 0, string.Join(' ', events.Select(e => rows.NameOf(e.Event)).Distinct()), draft.ToJson()));
        foreach (var pending in events)
        {
            if (settings.WritesOutbox)
            {
                pass.Rows.Add(rows.Outbox(scope, now, type, draft.AggregateId, pending.Version, 0, pending.Event));
            }

            if (pending.Event is ITimelineEvent happened)
            {
                var (entry, links) = RowFactory.Timeline(scope, now, happened);
                pass.Rows.Add(entry);
                pass.Rows.AddRange(links);
            }
        }

        if (draft.Root is not null && events.Count > 0)
        {
            pass.Taken.Add((draft.Root, events.Count));
        }
    }
}

using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class StatementQueries(CrmDb db) : IStatementQueries
{
    // No text has a code point beyond it.
    private const string Last = "\U0010FFFF";

    private const int MaxWords = 8;

    public async Task<Page<StatementRecord>> ListAsync(StatementCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Matching(criteria);
        if (!reach.Everything)
        {
            var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
            query = query.Where(s => readable.Contains(s.CustomerId));
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, StatementId.From(after.Id));
            query = query.Where(s => s.At <= at && (s.At < at || s.Id < id));
        }

        var rows = await query
            .OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
            .Take(page.Take + 1)
            .Select(s => new StatementRecord(
                s.Id, s.CustomerId, s.OrganisationId, s.InteractionId, s.Kind, s.Topic, s.Text, s.Sku, s.Status, s.Origin, s.Confidence, s.At, s.NotedByName, s.NotedAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, s => new PageKey(s.At, s.Id.Value));
    }

    public async Task<IReadOnlyList<TopicCount>> TopicsAsync(StatementCriteria criteria, int take, CancellationToken cancellationToken)
    {
        var rows = await Matching(criteria)
            .GroupBy(s => new { s.Kind, s.Topic })
            .Select(g => new { g.Key.Kind, g.Key.Topic, Count = g.Count(), Customers = g.Select(s => s.CustomerId).Distinct().Count(), Last = g.Max(s => s.At) })
            .OrderByDescending(t => t.Count).ThenBy(t => t.Topic).ThenBy(t => t.Kind)
            .Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(t => new TopicCount(t.Kind, t.Topic, t.Count, t.Customers, t.Last));
    }

    private IQueryable<CustomerStatement> Matching(StatementCriteria criteria)
    {
        var query = db.Context.Set<CustomerStatement>().AsNoTracking();
        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(s => s.CustomerId == customer || s.OrganisationId == customer);
        }

        if (criteria.InteractionId is { } interaction)
        {
            query = query.Where(s => s.InteractionId == interaction);
        }

        // One alone is compared by equality: only then do PostgreSQL's plans take the order of rows from the index.
        if (criteria.Kinds is [var kind])
        {
            query = query.Where(s => s.Kind == kind);
        }
        else if (criteria.Kinds.Count > 0)
        {
            var kinds = criteria.Kinds;
            query = query.Where(s => kinds.Contains(s.Kind));
        }

        if (criteria.Statuses is [var status])
        {
            query = query.Where(s => s.Status == status);
        }
        else if (criteria.Statuses.Count > 0)
        {
            var statuses = criteria.Statuses;
            query = query.Where(s => statuses.Contains(s.Status));
        }

        if (criteria.Topic is not null)
        {
            var topic = FoldedText.Of(StorableText.Of(criteria.Topic.Trim()));
            query = query.Where(s => s.Topic == topic);
        }

        if (criteria.Sku is not null)
        {
            var sku = StorableText.Of(criteria.Sku.Trim());
            query = query.Where(s => s.Sku == sku);
        }

        if (criteria.Origin is { } origin)
        {
            query = query.Where(s => s.Origin == origin);
        }

        if (criteria.From is { } from)
        {
            query = query.Where(s => s.At >= from);
        }

        if (criteria.Until is { } until)
        {
            query = query.Where(s => s.At < until);
        }

        return criteria.Mentioning is null ? query : Mentioning(query, criteria.Mentioning);
    }

    // One seek of the index of words for each; several narrow down.
    private IQueryable<CustomerStatement> Mentioning(IQueryable<CustomerStatement> query, string text)
    {
        var words = StatementWord.Of(StorableText.Of(text.Length <= CustomerStatement.MaxTextLength ? text : text[..CustomerStatement.MaxTextLength]));
        if (words.Count == 0)
        {
            return query.Where(s => false);
        }

        var isEncrypted = EncryptedColumns.KeysOf(db.Context.Model) is not null;
        foreach (var word in words.OrderByDescending(w => w.Length).Take(MaxWords))
        {
            var end = word + Last;
            var stored = db.Context.Set<StatementWord>().AsNoTracking();
            var ids = (isEncrypted ? stored.Where(w => w.Word == word) : stored.Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) < 0))
                .Select(w => EF.Property<StatementId>(w, "StatementId"));
            query = query.Where(s => ids.Contains(s.Id));
        }

        return query;
    }
}

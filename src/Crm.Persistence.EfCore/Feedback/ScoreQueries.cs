using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class ScoreQueries(CrmDb crm) : IScoreQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Feedback);

    public Task<IReadOnlyList<ScoreCount>> CountAsync(ScoreCriteria criteria, ScoreDimension dimension, CancellationToken cancellationToken)
    {
        var scores = Scores(criteria);
        return dimension switch
        {
            ScoreDimension.Total => TotalAsync(scores, cancellationToken),
            ScoreDimension.Customer => ByAsync<CustomerId>(scores, nameof(FeedbackScore.CustomerId), id => id.ToString(), criteria.Take, cancellationToken),
            ScoreDimension.Product => ByAsync<string>(scores.Where(s => s.Sku != null), nameof(FeedbackScore.Sku), key => key, criteria.Take, cancellationToken),
            ScoreDimension.Agent => ByAsync<string>(scores.Where(s => s.AgentId != null), nameof(FeedbackScore.AgentId), key => key, criteria.Take, cancellationToken),
            ScoreDimension.Channel => ByAsync<ChannelKey>(scores.Where(s => s.Channel != null), nameof(FeedbackScore.Channel), key => key.Value, criteria.Take, cancellationToken),
            ScoreDimension.Survey => ByAsync<string>(scores, nameof(FeedbackScore.SurveyKey), key => key, criteria.Take, cancellationToken),
            _ => ByAsync<LocalDate>(scores, nameof(FeedbackScore.Month), LocalDatePattern.Iso.Format, null, cancellationToken),
        };
    }

    private IQueryable<FeedbackScore> Scores(ScoreCriteria criteria)
    {
        var scores = _db.Context.Set<FeedbackScore>().AsNoTracking();
        scores = criteria.Kind is { } kind ? scores.Where(s => s.Kind == kind) : scores;
        scores = criteria.Survey is { } survey && StorableText.Of(survey) is var surveyKey ? scores.Where(s => s.SurveyKey == surveyKey) : scores;
        scores = criteria.CustomerId is { } customer ? scores.Where(s => s.CustomerId == customer) : scores;
        scores = criteria.Sku is { } sku && StorableText.Of(sku) is var product ? scores.Where(s => s.Sku == product) : scores;
        scores = criteria.AgentId is { } agent && StorableText.Of(agent) is var agentId ? scores.Where(s => s.AgentId == agentId) : scores;
        scores = criteria.Channel is { } channel ? scores.Where(s => s.Channel == channel) : scores;
        scores = criteria.From is { } from ? scores.Where(s => s.AnsweredAt >= from) : scores;
        return criteria.Until is { } until ? scores.Where(s => s.AnsweredAt < until) : scores;
    }

    private static async Task<IReadOnlyList<ScoreCount>> TotalAsync(IQueryable<FeedbackScore> scores, CancellationToken cancellationToken)
    {
        var rows = await scores.GroupBy(s => new { s.Kind, s.Minimum, s.Maximum, s.Direction, s.Method, s.SatisfiedPoints, s.Value })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new ScoreCount(
            null, new ScoreMeasure(r.Key.Kind, r.Key.Minimum, r.Key.Maximum, r.Key.Direction, r.Key.Method, r.Key.SatisfiedPoints), r.Key.Value, r.Count));
    }

    // At most as many rows as there are points on the scales, for each key.
    private static async Task<IReadOnlyList<ScoreCount>> ByAsync<TKey>(
        IQueryable<FeedbackScore> scores, string property, Func<TKey, string> text, int? most, CancellationToken cancellationToken)
        where TKey : notnull
    {
        if (most is { } take)
        {
            var keys = await scores.GroupBy(s => EF.Property<TKey>(s, property)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(take)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            scores = scores.Where(s => keys.Contains(EF.Property<TKey>(s, property)));
        }

        var rows = await scores.GroupBy(s => new { Of = EF.Property<TKey>(s, property), s.Kind, s.Minimum, s.Maximum, s.Direction, s.Method, s.SatisfiedPoints, s.Value })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new ScoreCount(
            text(r.Key.Of), new ScoreMeasure(r.Key.Kind, r.Key.Minimum, r.Key.Maximum, r.Key.Direction, r.Key.Method, r.Key.SatisfiedPoints), r.Key.Value, r.Count));
    }
}

using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>A score among the answers of an invitation, with its measure and all that it is rolled up by.</summary>
public sealed class FeedbackScore
{
    private FeedbackScore() => (Question, SurveyKey) = (null!, null!);

    internal FeedbackScore(SurveyInvitation invitation, SurveyQuestion question, int value, LocalDate today, Instant now)
    {
        var measure = question.Measure!;
        (Question, Value, AnsweredAt, Month) = (question.Key, value, now, new LocalDate(today.Year, today.Month, 1));
        (SurveyKey, CustomerId, Sku, AgentId, Channel) = (invitation.SurveyKey, invitation.CustomerId, invitation.Sku, invitation.AgentId, invitation.Channel);
        (Kind, Minimum, Maximum, Direction, Method, SatisfiedPoints) = (measure.Kind, measure.Minimum, measure.Maximum, measure.Direction, measure.Method, measure.SatisfiedPoints);
        Place = measure.PlaceOf(value);
    }

    /// <summary>The key of the question.</summary>
    public string Question { get; private set; }

    /// <summary>The key of the survey.</summary>
    public string SurveyKey { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What it measures.</summary>
    public ScoreKind Kind { get; private set; }

    /// <summary>The lowest answer of the scale.</summary>
    public int Minimum { get; private set; }

    /// <summary>The highest answer of the scale.</summary>
    public int Maximum { get; private set; }

    /// <summary>Which end is the good one.</summary>
    public ScoreDirection Direction { get; private set; }

    /// <summary>How scores follow from it.</summary>
    public ScoreMethod Method { get; private set; }

    /// <summary>How many of the best points count as satisfied; zero where the method does not ask.</summary>
    public int SatisfiedPoints { get; private set; }

    /// <summary>The answer, in points of the scale.</summary>
    public int Value { get; private set; }

    /// <summary>Where the answer stands on its scale, from 0, the worst, to 100, the best.</summary>
    public decimal Place { get; private set; }

    /// <summary>The product.</summary>
    public string? Sku { get; private set; }

    /// <summary>The agent whose work it is about.</summary>
    public string? AgentId { get; private set; }

    /// <summary>The channel of the contact that it is about.</summary>
    public ChannelKey? Channel { get; private set; }

    /// <summary>When it was answered.</summary>
    public Instant AnsweredAt { get; private set; }

    /// <summary>The first day of the month in which it was answered, in the business's zone.</summary>
    public LocalDate Month { get; private set; }

    /// <summary>What it measures, and how.</summary>
    public ScoreMeasure Measure => new(Kind, Minimum, Maximum, Direction, Method, SatisfiedPoints);
}

using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a number of agents must achieve.</summary>
public sealed record StaffingTarget
{
    /// <summary>Asks for a service level.</summary>
    /// <param name="serviceLevel">Share of contacts answered in time; above 0 and below 1, since no number of agents answers all.</param>
    /// <param name="answerWithin">The time; zero or longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public StaffingTarget(double serviceLevel, Duration answerWithin)
    {
        ServiceLevel = serviceLevel is > 0 and < 1
            ? serviceLevel
            : throw new ArgumentOutOfRangeException(nameof(serviceLevel), "A target service level is above 0 and below 1.");
        AnswerWithin = answerWithin >= Duration.Zero
            ? answerWithin
            : throw new ArgumentOutOfRangeException(nameof(answerWithin), "The time to answer in is zero or longer.");
    }

    /// <summary>Share of contacts answered within <see cref="AnswerWithin"/>.</summary>
    public double ServiceLevel { get; }

    /// <summary>The time to answer in.</summary>
    public Duration AnswerWithin { get; }

    /// <summary>Greatest share of their time that agents may be busy.</summary>
    /// <value>1 by default: no bound. From 0.05 to 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double MaxOccupancy
    {
        get;
        init => field = value is >= .05 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxOccupancy), "A maximum occupancy is from 0.05 to 1.");
    } = 1;

    /// <summary>Share of paid time in which agents are not there: breaks, training, illness.</summary>
    /// <value>0 by default. At least 0, below 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double Shrinkage
    {
        get;
        init => field = Staffing.Share(value, nameof(Shrinkage));
    }
}

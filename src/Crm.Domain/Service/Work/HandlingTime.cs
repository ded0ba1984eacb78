using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What an agent spent on a piece of work.</summary>
/// <param name="Talk">Time with the customer, or with the case; zero or longer.</param>
/// <param name="Hold">Time that the customer was put on hold; zero or longer.</param>
/// <param name="WrapUp">Time for what is left to do afterwards; zero or longer.</param>
public sealed record HandlingTime(Duration Talk, Duration Hold = default, Duration WrapUp = default)
{
    /// <summary>All three together.</summary>
    public Duration Total => Talk + Hold + WrapUp;
}

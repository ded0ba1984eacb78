using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Says how the service level of a case is chosen. Scoped service.</summary>
public interface IServiceLevelExplainer
{
    /// <summary>Chooses as <see cref="IServiceLevelBook.ChooseAsync"/> does, and says of every policy why it was chosen or not.</summary>
    /// <param name="about">The case as it is now.</param>
    /// <param name="now">The instant at which policies and calendars have to be valid.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The choice.</returns>
    Task<ServiceLevelChoice> ExplainAsync(ServiceCase about, Instant now, CancellationToken cancellationToken);
}

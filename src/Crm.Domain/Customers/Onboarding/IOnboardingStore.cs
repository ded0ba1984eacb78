namespace Crm.Domain.Customers;

/// <summary>Loads onboardings to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IOnboardingStore
{
    /// <summary>Loads an onboarding.</summary>
    /// <param name="id">The onboarding.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked onboarding, or null.</returns>
    Task<Onboarding?> FindAsync(OnboardingId id, CancellationToken cancellationToken);

    /// <summary>Adds a new onboarding, to be written by the next save.</summary>
    /// <param name="onboarding">The onboarding.</param>
    void Add(Onboarding onboarding);
}

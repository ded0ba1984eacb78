using System.Globalization;

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>This lifecycle stage does not follow the present one.</summary>
    /// <param name="from">Name of the stage now.</param>
    /// <param name="to">Name of the wanted stage.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LifecycleTransitionNotAllowed(string from, string to) =>
        Error(nameof(LifecycleTransitionNotAllowed), "A customer cannot go from {0} to {1}.", "stage", from, to);

    /// <summary>The customer has this tag already.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TagAlreadyPresent(string tag) => Error(nameof(TagAlreadyPresent), "The customer has the tag {0} already.", "tag", tag);

    /// <summary>The customer does not have this tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The error.</returns>
    public virtual CrmError TagNotFound(string tag) => Error(nameof(TagNotFound), "The customer does not have the tag {0}.", "tag", tag);

    /// <summary>No such preference of the customer is known.</summary>
    /// <param name="key">What it is about.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PreferenceNotFound(string key) => Error(nameof(PreferenceNotFound), "No preference {0} is known.", "preference", key);

    /// <summary>There is no such onboarding.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OnboardingNotFound(string key) => Error(nameof(OnboardingNotFound), "There is no onboarding {0}.", "onboarding", key);

    /// <summary>The onboarding has no such step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OnboardingStepNotFound(int step) => Error(nameof(OnboardingStepNotFound), "The onboarding has no step {0}.", "step", Number(step));

    /// <summary>The onboarding step is done or skipped.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OnboardingStepSettled(int step) => Error(nameof(OnboardingStepSettled), "Step {0} is done or skipped already.", "step", Number(step));

    /// <summary>The onboarding step is open.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OnboardingStepOpen(int step) => Error(nameof(OnboardingStepOpen), "Step {0} is open.", "step", Number(step));

    private static string Number(int number) => number.ToString(CultureInfo.CurrentCulture);
}

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>No such purpose is registered.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PurposeUnknown(string purpose) => Error(nameof(PurposeUnknown), "No purpose {0} is registered.", "purpose", purpose);

    /// <summary>There is no such restriction or legal hold.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PrivacyMeasureNotFound(string key) => Error(nameof(PrivacyMeasureNotFound), "There is no restriction or legal hold {0}.", "measure", key);

    /// <summary>The restriction or legal hold was lifted or ended.</summary>
    /// <param name="key">The measure.</param>
    /// <returns>The error.</returns>
    public virtual CrmError PrivacyMeasureNotInForce(string key) => Error(nameof(PrivacyMeasureNotInForce), "{0} is not in force any more.", "measure", key);

    /// <summary>The customer's data were erased before.</summary>
    /// <param name="key">The customer.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomerAlreadyErased(string key) => Error(nameof(CustomerAlreadyErased), "The data of customer {0} were erased before.", "customer", key);

    /// <summary>A legal hold keeps the customer's data.</summary>
    /// <param name="key">The customer.</param>
    /// <param name="reason">Why they are held.</param>
    /// <returns>The error.</returns>
    public virtual CrmError LegalHoldInForce(string key, string reason) => Error(nameof(LegalHoldInForce), "The data of customer {0} are under legal hold: {1}", "customer", key, reason);

    /// <summary>The host gave no key under which addresses are hashed.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SuppressionKeyMissing() =>
        Error(nameof(SuppressionKeyMissing), "Nobody can be erased before CrmOptions.SuppressionKey is set: erased addresses could not be kept from being used again.", null);

    /// <summary>The token names no request for double opt-in.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError OptInTokenInvalid() => Error(nameof(OptInTokenInvalid), "This confirmation is not valid.", "token");

    /// <summary>The request was confirmed before.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError OptInAlreadyConfirmed() => Error(nameof(OptInAlreadyConfirmed), "This was confirmed before.", "token");

    /// <summary>The request ran out.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError OptInExpired() => Error(nameof(OptInExpired), "The time to confirm has passed. Please ask again.", "token");

    /// <summary>Consent was taken back after the request.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError OptInWithdrawn() => Error(nameof(OptInWithdrawn), "Consent was withdrawn after this confirmation was asked for.", "token");
}

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such sign-up form.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFormNotFound(string key) => Error(nameof(SignUpFormNotFound), "There is no sign-up form {0}.", "form", key);

    /// <summary>A sign-up form with this key exists already.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFormAlreadyDefined(string key) => Error(nameof(SignUpFormAlreadyDefined), "A sign-up form {0} exists already.", "key", key);

    /// <summary>The sign-up form is not so far, or is beyond it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="status">How far it is.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFormNotInStatus(string key, string status) => Error(nameof(SignUpFormNotInStatus), "The sign-up form {0} cannot do that now: {1}.", "form", key, status);

    /// <summary>A definition of a sign-up form is wrong at a place.</summary>
    /// <param name="path">The place.</param>
    /// <param name="problem">What is wrong.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFormMalformed(string path, string problem) => Error(nameof(SignUpFormMalformed), "The sign-up form is wrong at {0}: {1}.", path, path, problem);

    /// <summary>The form has no such field or consent.</summary>
    /// <param name="key">What was answered.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFieldUnknown(string key) => Error(nameof(SignUpFieldUnknown), "The form has no field {0}.", key, key);

    /// <summary>A field or consent that is required is missing.</summary>
    /// <param name="key">The field or consent.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFieldMissing(string key) => Error(nameof(SignUpFieldMissing), "Please fill in {0}.", key, key);

    /// <summary>An answer does not go with its field.</summary>
    /// <param name="key">The field.</param>
    /// <param name="expected">What was expected.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpFieldUnfit(string key, string expected) => Error(nameof(SignUpFieldUnfit), "This does not go into the field {0}; expected: {1}.", key, key, expected);

    /// <summary>Too much came from one sender lately.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpLimitReached() => Error(nameof(SignUpLimitReached), "Too many requests came from here. Please try again later.", "sender");

    /// <summary>A sign-up is not so far, or is beyond it.</summary>
    /// <param name="status">How far it is.</param>
    /// <returns>The error.</returns>
    public virtual CrmError SignUpNotInStatus(string status) => Error(nameof(SignUpNotInStatus), "The sign-up cannot do that now: {0}.", "signUp", status);

    /// <summary>The host gave no key for the tokens of links.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError MarketingTokenKeyMissing() => Error(nameof(MarketingTokenKeyMissing), "Links cannot be made: CrmOptions.Marketing.TokenKey is not set.", "tokenKey");
}

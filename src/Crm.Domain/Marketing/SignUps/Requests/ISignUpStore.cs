using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Loads and counts sign-ups. Finds nothing of another tenant. Never saves.</summary>
public interface ISignUpStore
{
    /// <summary>Loads a sign-up.</summary>
    /// <param name="id">The sign-up.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked sign-up, or null.</returns>
    Task<SignUp?> FindAsync(SignUpId id, CancellationToken cancellationToken);

    /// <summary>Loads the sign-up that a token confirms.</summary>
    /// <param name="tokenHash">The hash of the token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked sign-up, or null.</returns>
    Task<SignUp?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>How many sign-ups came from a sender lately.</summary>
    /// <param name="senderHash">Keyed hash of the sender.</param>
    /// <param name="since">After which moment.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many.</returns>
    Task<int> FromSenderAsync(string senderHash, Instant since, CancellationToken cancellationToken);

    /// <summary>How many confirmations were sent to an address lately.</summary>
    /// <param name="addressHash">Keyed hash of the address.</param>
    /// <param name="since">After which moment.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many.</returns>
    Task<int> AskedAsync(string addressHash, Instant since, CancellationToken cancellationToken);

    /// <summary>Loads sign-ups whose time is over, the longest first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked sign-ups.</returns>
    Task<IReadOnlyList<SignUp>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Lists the sign-ups of a form, the latest first.</summary>
    /// <param name="formId">The form.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<SignUpSummary>> ListAsync(SignUpFormId formId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts the sign-ups of a form by day.</summary>
    /// <param name="formId">The form.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The days that have any, the earliest first.</returns>
    Task<IReadOnlyList<SignUpCount>> CountAsync(SignUpFormId formId, LocalDate from, LocalDate until, CancellationToken cancellationToken);

    /// <summary>Adds a new sign-up, to be written by the next save.</summary>
    /// <param name="signUp">The sign-up.</param>
    void Add(SignUp signUp);
}

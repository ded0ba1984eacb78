namespace Crm.Domain.Marketing;

/// <summary>Whether a sign-up form takes anything.</summary>
public enum SignUpFormStatus
{
    /// <summary>It is being written; nobody but staff sees it.</summary>
    Draft,

    /// <summary>Whoever wants to can sign up.</summary>
    Open,

    /// <summary>Nobody signs up any more; who signed up before can still confirm.</summary>
    Closed,
}

namespace Crm.Samples.Console.Intake;

/// <summary>A member of a message does not hold what is expected there.</summary>
internal sealed class MessageLineException(string member, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Member => member;
}

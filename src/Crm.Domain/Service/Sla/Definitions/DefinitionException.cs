namespace Crm.Domain.Service;

/// <summary>A place in a definition that cannot be read; never leaves <see cref="DefinitionPlace.Read"/>.</summary>
internal sealed class DefinitionException(string path, string reason) : Exception(reason)
{
    public string Path { get; } = path;
}

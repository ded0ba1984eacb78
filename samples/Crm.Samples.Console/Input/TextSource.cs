using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Input;

/// <summary>A text to read: a file, a gzip file, or <c>-</c> for what is piped in. UTF-8, with or without a mark.</summary>
internal sealed class TextSource
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly Func<Stream> _open;
    private readonly Encoding _encoding;

    private TextSource(string name, Func<Stream> open, Encoding? encoding = null) => (Name, _open, _encoding) = (name, open, encoding ?? s_utf8);

    /// <summary>As the caller wrote it.</summary>
    public string Name { get; }

    public static TextSource Of(string path)
    {
        if (path == "-")
        {
            return Kept("-", System.Console.OpenStandardInput());
        }

        if (!File.Exists(path))
        {
            throw CommandFailure.Input("FileMissing", Directory.Exists(path) ? "This is a folder." : "There is no such file.", path);
        }

        try
        {
            var file = File.OpenRead(path);
            if (!file.CanSeek)
            {
                return Kept(path, file);
            }

            file.Dispose();
            return new TextSource(path, () => File.OpenRead(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, path, inner: exception);
        }
    }

    public static TextSource Embedded(string name) => new(name, () => typeof(TextSource).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The command does not hold {name}."));

    /// <summary>Opens the text; every call starts at its beginning.</summary>
    public TextReader Open()
    {
        var stream = _open();
        try
        {
            if (IsGzip(stream))
            {
                stream = new GZipStream(stream, CompressionMode.Decompress);
            }

            return new StreamReader(stream, _encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The same text, read as that of western Windows programs where it is no UTF-8.</summary>
    public TextSource WithUsualEncoding()
    {
        try
        {
            using var reader = Open();
            Span<char> buffer = new char[1 << 14];
            while (reader.Read(buffer) > 0)
            {
            }

            return this;
        }
        catch (DecoderFallbackException)
        {
            return new TextSource(Name, _open, CodePagesEncodingProvider.Instance.GetEncoding(1252));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, Name, inner: exception);
        }
    }

    /// <summary>A hash of the bytes as they are stored.</summary>
    public string Fingerprint()
    {
        using var stream = _open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Runs a reading of this text; what is no text becomes a failure that names it.</summary>
    public T Read<T>(Func<TextReader, T> read)
    {
        try
        {
            using var reader = Open();
            return read(reader);
        }
        catch (Exception exception) when (exception is InvalidDataException or DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            var message = exception is DecoderFallbackException ? "The text is not UTF-8." : exception.Message;
            throw CommandFailure.Input("FileUnusable", message, Name, inner: exception);
        }
    }

    // What comes through a pipe can be read once only.
    private static TextSource Kept(string name, Stream once)
    {
        var kept = new MemoryStream();
        using (once)
        {
            once.CopyTo(kept);
        }

        return new TextSource(name, () => new MemoryStream(kept.GetBuffer(), 0, (int)kept.Length, writable: false));
    }

    private static bool IsGzip(Stream stream)
    {
        Span<byte> start = stackalloc byte[2];
        var read = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 2 && start is [0x1F, 0x8B];
    }
}

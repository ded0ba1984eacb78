namespace Crm.Domain.Knowledge;

/// <summary>
/// The documents that have a term, by ascending number, with its frequency in title and body. Immutable once its batch is published: a
/// list that is added to later shares the bytes of its predecessor, which never reads beyond its own end.
/// </summary>
internal sealed class PostingList(int batch)
{
    /// <summary>Title frequencies are told apart up to this one.</summary>
    private const int MaxTitleFrequency = 3;

    private byte[] _bytes = [];
    private int _length;
    private int _last = -1;

    public int ByteSize => _bytes.Length;

    /// <summary>The list to change in a batch: itself when the batch made it.</summary>
    public PostingList For(int changingBatch) =>
        batch == changingBatch ? this : new PostingList(changingBatch) { _bytes = _bytes, _length = _length, _last = _last };

    /// <summary>A posting in one number: documents ascend with it.</summary>
    public static ulong Pack(int document, int inTitle, int inBody) => ((ulong)(uint)document << 32) | ((uint)inBody << 2) | (uint)Math.Min(inTitle, MaxTitleFrequency);

    public static int DocumentOf(ulong posting) => (int)(posting >> 32);

    /// <summary>Adds postings of documents after those that are there.</summary>
    public void Add(ReadOnlySpan<ulong> postings)
    {
        var (size, last) = (0, _last);
        foreach (var posting in postings)
        {
            size += PackedBytes.Size((uint)(DocumentOf(posting) - last)) + PackedBytes.Size((uint)posting);
            last = DocumentOf(posting);
        }

        if (_length + size > _bytes.Length)
        {
            // Long lists get room to grow; most lists are short and never do.
            Array.Resize(ref _bytes, _length + size + ((_length + size) / 8));
        }

        foreach (var posting in postings)
        {
            _length = PackedBytes.Write(_bytes, _length, (uint)(DocumentOf(posting) - _last));
            _length = PackedBytes.Write(_bytes, _length, (uint)posting);
            _last = DocumentOf(posting);
        }
    }

    public Reader Read() => new(_bytes.AsSpan(0, _length));

    internal ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public int Document { get; private set; } = -1;

        public int InTitle { get; private set; }

        public int InBody { get; private set; }

        public bool Next()
        {
            if (_at >= _bytes.Length)
            {
                return false;
            }

            Document += (int)PackedBytes.Read(_bytes, ref _at);
            var frequencies = PackedBytes.Read(_bytes, ref _at);
            InTitle = (int)(frequencies & MaxTitleFrequency);
            InBody = (int)(frequencies >> 2);
            return true;
        }
    }
}

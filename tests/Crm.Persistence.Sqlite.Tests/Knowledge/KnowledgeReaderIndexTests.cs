using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeReaderIndexTests(SqliteFixture fixture) : KnowledgeReaderIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

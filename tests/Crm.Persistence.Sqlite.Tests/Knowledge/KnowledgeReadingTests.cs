using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeReadingTests(SqliteFixture fixture) : KnowledgeReadingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

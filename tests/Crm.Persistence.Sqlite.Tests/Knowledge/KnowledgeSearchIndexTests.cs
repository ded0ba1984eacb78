using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeSearchIndexTests(SqliteFixture fixture) : KnowledgeSearchIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

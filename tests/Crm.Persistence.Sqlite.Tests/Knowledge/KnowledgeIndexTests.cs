using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeIndexTests(SqliteFixture fixture) : KnowledgeIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

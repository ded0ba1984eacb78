using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.Sqlite.Tests.Knowledge;

public sealed class KnowledgeShelfTests(SqliteFixture fixture) : KnowledgeShelfSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
